import { MantineProvider } from "@mantine/core";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Plugin } from "vite";
import { cssVariablesResolver } from "../src/renderer/theme/css-variables.ts";
import { theme } from "../src/renderer/theme/theme.ts";

const name = "virtual:theme-variables.css";
const resolved = `\0${name}`;

/**
 * Lets the page import the custom properties that Mantine computes from the theme as a stylesheet. They are the same at
 * every start, and computing them there held up the first frame.
 */
export function themeVariables(): Plugin {
  return {
    name: "theme-variables",
    resolveId: (id) => (id === name ? resolved : null),
    load: (id) => (id === resolved ? variablesOf() : null),
  };
}

function variablesOf(): string {
  const page = renderToStaticMarkup(createElement(MantineProvider, { theme, cssVariablesResolver, withGlobalClasses: false }));
  const css = /<style[^>]*>(?<css>[^<]*)<\/style>/u.exec(page)?.groups?.css;
  if (css === undefined || css === "") throw new Error("Mantine computed no variables from the theme.");
  return css;
}
