import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, useEffect } from "react";
import { Router } from "wouter";
import { queryClient } from "./api/trpc.ts";
import { App } from "./app.tsx";
import { useHashLocation, useHashSearch } from "./shell/hash-location.ts";
import { cspNonce } from "./theme/nonce.ts";
import { schemeManager } from "./theme/scheme-manager.ts";
import { theme } from "./theme/theme.ts";

/** The application with all it stands on: the same in the page, and where its first frame is drawn. */
export function Application({ onReady }: { readonly onReady: () => void }) {
  useEffect(onReady, [onReady]);
  return (
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
    </StrictMode>
  );
}
