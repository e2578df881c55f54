import {
  colorsTuple,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";
import { lightPalette } from "./tokens.ts";

/** The four colours that carry meaning; every other colour of Mantine is left unused. */
export const tones = ["accent", "good", "warning", "bad"] as const;
type Tone = (typeof tones)[number];

function isTone(color: unknown): color is Tone {
  return tones.some((tone) => tone === color);
}

/** Buttons, badges and the like take their colours from the tokens, so that both schemes keep their contrast. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const tone = input.color ?? input.theme.primaryColor;
  if (!isTone(tone)) return defaultVariantColorsResolver(input);
  const colour = `var(--fw-${tone})`;
  const ground = `var(--fw-${tone}-ground)`;
  switch (input.variant) {
    case "filled":
      return {
        background: colour,
        hover: `var(--fw-${tone}-hover)`,
        color: `var(--fw-on-${tone})`,
        border: "1px solid transparent",
      };
    case "light":
      return { background: ground, hover: ground, color: colour, border: "1px solid transparent" };
    case "outline":
      return { background: "transparent", hover: ground, color: colour, border: `1px solid ${colour}` };
    case "subtle":
      return { background: "transparent", hover: ground, color: colour, border: "1px solid transparent" };
    default:
      return defaultVariantColorsResolver(input);
  }
};

const gray: MantineColorsTuple = [
  "#f6f7f9",
  "#eff1f4",
  "#e2e5ea",
  "#d7dbe2",
  "#cdd2da",
  "#8e97a4",
  "#5f6979",
  "#4d5766",
  "#2b323c",
  "#14181f",
];
const dark: MantineColorsTuple = [
  "#e9ecf1",
  "#b3bcc9",
  "#8c97a6",
  "#76818f",
  "#3a424e",
  "#272d36",
  "#1c2128",
  "#161a20",
  "#0f1216",
  "#0b0d10",
];

const fontFamily = "'Inter Variable', 'Segoe UI', system-ui, sans-serif";
const monospace = "'JetBrains Mono', ui-monospace, Consolas, monospace";

/** Controls are 28 or 32 px high (look: space). */
const controlHeights: Record<string, string> = { xs: "28px", sm: "32px", md: "36px" };
function buttonSize(size: unknown): Record<string, string> {
  const height = controlHeights[String(size)];
  if (height === undefined) return {};
  return { "--button-height": height, "--button-padding-x": size === "xs" ? "10px" : "13px", "--button-fz": "13px" };
}
function inputSize(_theme: unknown, props: { size?: unknown; multiline?: boolean }) {
  const height = controlHeights[String(props.size ?? "sm")] ?? "32px";
  // What holds several lines or pills grows with them: a set height would hide the rest.
  const size = props.multiline === true ? {} : { "--input-size": height };
  return { wrapper: { "--input-height": height, ...size, "--input-fz": "13.5px" } };
}

export const theme = createTheme({
  primaryColor: "accent",
  colors: {
    accent: colorsTuple(lightPalette.accent),
    good: colorsTuple(lightPalette.good),
    warning: colorsTuple(lightPalette.warning),
    bad: colorsTuple(lightPalette.bad),
    gray,
    dark,
  },
  variantColorResolver,
  fontFamily,
  fontFamilyMonospace: monospace,
  headings: { fontFamily, fontWeight: "650" },
  fontSizes: { xs: "0.75rem", sm: "0.84375rem", md: "0.84375rem", lg: "0.9375rem", xl: "1rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.45", lg: "1.4", xl: "1.35" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "20px", xl: "28px" },
  radius: { xs: "4px", sm: "6px", md: "7px", lg: "10px", xl: "14px" },
  defaultRadius: "md",
  black: lightPalette.ink,
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  components: {
    Button: {
      defaultProps: { size: "sm" },
      vars: (_theme: unknown, props: { size?: unknown }) => ({ root: buttonSize(props.size) }),
    },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: 28 } },
    Input: { vars: inputSize },
    // The description stands under its field, so that fields side by side stay level.
    InputWrapper: { defaultProps: { inputWrapperOrder: ["label", "input", "description", "error"] } },
    CloseButton: { defaultProps: { "aria-label": "Close" } },
    // A dialog's heading is no banner of the page.
    ModalRoot: { defaultProps: { lockScroll: false } },
    ModalHeader: { defaultProps: { component: "div" } },
    DrawerHeader: { defaultProps: { component: "div" } },
    // The page itself does not scroll, and Mantine's scroll lock would add a style element that the CSP refuses.
    Modal: {
      defaultProps: {
        lockScroll: false,
        centered: true,
        radius: "lg",
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 120, transition: "fade" },
      },
    },
    Drawer: {
      defaultProps: {
        lockScroll: false,
        position: "right",
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 120, transition: "slide-left" },
      },
    },
    Popover: { defaultProps: { transitionProps: { duration: 100 }, shadow: "md" } },
    Menu: { defaultProps: { transitionProps: { duration: 100 }, shadow: "md" } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 80 }, withArrow: false } },
    Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 80 } }, maxDropdownHeight: 280 } },
    MultiSelect: { defaultProps: { comboboxProps: { transitionProps: { duration: 80 } }, maxDropdownHeight: 280 } },
    Loader: { defaultProps: { size: "sm", type: "oval" } },
  },
});
