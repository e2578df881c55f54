import "./theme/first-styles.ts";
import "virtual:theme-variables.css";
import "./theme/fonts.css";
import "./theme/global.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Router } from "wouter";
import { takeFirstAnswers } from "./api/first-answers.ts";
import { queryClient } from "./api/trpc.ts";
import { App } from "./app.tsx";
import { navigate, useHashLocation, useHashSearch } from "./shell/hash-location.ts";
import { currentPlace } from "./state/place.ts";
import { cspNonce } from "./theme/nonce.ts";
import { schemeManager } from "./theme/scheme-manager.ts";
import { theme } from "./theme/theme.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root element.");
// Decided before anything is drawn: a redirect would draw the page twice.
if (currentPlace().path === "/") navigate("/today", { replace: true });
await takeFirstAnswers();
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={schemeManager}
      getStyleNonce={cspNonce}
      withGlobalClasses={false}
      withCssVariables={false}
      deduplicateInlineStyles
    >
      <QueryClientProvider client={queryClient}>
        <Router hook={useHashLocation} searchHook={useHashSearch} hrefs={(href) => `#${href}`}>
          <App />
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
