import type { CSSVariablesResolver } from "@mantine/core";
import { tones } from "./theme.ts";
import { darkPalette, lightPalette, paletteVariables } from "./tokens.ts";

const shared = {
  "--mantine-color-body": "var(--fw-panel)",
  "--mantine-color-text": "var(--fw-ink)",
  "--mantine-color-bright": "var(--fw-ink)",
  "--mantine-color-dimmed": "var(--fw-faint)",
  "--mantine-color-placeholder": "var(--fw-faint)",
  "--mantine-color-anchor": "var(--fw-accent)",
  "--mantine-color-error": "var(--fw-bad)",
  "--mantine-color-success": "var(--fw-good)",
  "--mantine-color-default": "var(--fw-panel)",
  "--mantine-color-default-hover": "var(--fw-raised)",
  "--mantine-color-default-color": "var(--fw-ink)",
  "--mantine-color-default-border": "var(--fw-edge)",
  "--mantine-color-disabled": "var(--fw-neutral-ground)",
  "--mantine-color-disabled-color": "var(--fw-faint)",
  "--mantine-color-disabled-border": "var(--fw-line)",
  "--mantine-primary-color-contrast": "var(--fw-on-accent)",
};

function toneVariables(): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const tone of tones) {
    variables[`--mantine-color-${tone}-text`] = `var(--fw-${tone})`;
    variables[`--mantine-color-${tone}-filled`] = `var(--fw-${tone})`;
    variables[`--mantine-color-${tone}-filled-hover`] = `var(--fw-${tone}-hover)`;
    variables[`--mantine-color-${tone}-light`] = `var(--fw-${tone}-ground)`;
    variables[`--mantine-color-${tone}-light-hover`] = `var(--fw-${tone}-ground)`;
    variables[`--mantine-color-${tone}-light-color`] = `var(--fw-${tone})`;
    variables[`--mantine-color-${tone}-outline`] = `var(--fw-${tone})`;
    variables[`--mantine-color-${tone}-outline-hover`] = `var(--fw-${tone}-ground)`;
    variables[`--mantine-color-${tone}-contrast`] = `var(--fw-on-${tone})`;
  }
  return variables;
}

/** Hands the tokens to the page and points Mantine's own variables at them. Computed when the page is built. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...paletteVariables(lightPalette), ...shared, ...toneVariables() },
  dark: { ...paletteVariables(darkPalette), ...shared, ...toneVariables() },
});
