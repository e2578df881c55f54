import "./theme/first-styles.ts";
import "./theme/fonts.css";
import "./theme/global.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Router } from "wouter";
import { dateOf } from "../core/domain/zoned-time.ts";
import { askForFirstAnswers } from "./api/first-answers.ts";
import { queryClient } from "./api/trpc.ts";
import { App } from "./app.tsx";
import { currentPath, navigate, useHashLocation, useHashSearch } from "./shell/hash-location.ts";
import { cspNonce } from "./theme/nonce.ts";
import { schemeManager } from "./theme/scheme-manager.ts";
import { cssVariablesResolver, theme } from "./theme/theme.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root element.");
// Decided before anything is drawn: a redirect would draw the page twice.
if (currentPath() === "/") navigate("/today", { replace: true });
const answers = askForFirstAnswers(currentPath());
// The first time in a zone makes the browser load its time zones, which it can do while the answers are on their way.
dateOf(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
await answers;
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      colorSchemeManager={schemeManager}
      getStyleNonce={cspNonce}
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
