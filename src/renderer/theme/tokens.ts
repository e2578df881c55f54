/** One colour scheme: every colour of the application by its role. Text roles reach 4.5 : 1 on the grounds they are used on. */
type Palette = {
  readonly ground: string;
  readonly panel: string;
  /** Rows under the pointer, quiet fields. */
  readonly raised: string;
  readonly line: string;
  /** Edges of controls: 3 : 1 against the panel. */
  readonly edge: string;
  readonly ink: string;
  readonly soft: string;
  readonly faint: string;
  readonly accent: string;
  readonly accentHover: string;
  readonly onAccent: string;
  readonly accentGround: string;
  readonly good: string;
  readonly goodHover: string;
  readonly onGood: string;
  readonly goodGround: string;
  readonly warning: string;
  readonly warningHover: string;
  readonly onWarning: string;
  readonly warningGround: string;
  readonly bad: string;
  readonly badHover: string;
  readonly onBad: string;
  readonly badGround: string;
  readonly neutralGround: string;
  readonly hatch: string;
  readonly shadow: string;
};

export const lightPalette: Palette = {
  ground: "#f6f7f9",
  panel: "#ffffff",
  raised: "#f3f4f7",
  line: "#e2e5ea",
  edge: "#cdd2da",
  ink: "#14181f",
  soft: "#4d5766",
  faint: "#5f6979",
  accent: "#1f5eff",
  accentHover: "#184fdc",
  onAccent: "#ffffff",
  accentGround: "#ecf2ff",
  good: "#12734a",
  goodHover: "#0e613e",
  onGood: "#ffffff",
  goodGround: "#e2f4ea",
  warning: "#8f5300",
  warningHover: "#784600",
  onWarning: "#ffffff",
  warningGround: "#fdefd8",
  bad: "#b3202a",
  badHover: "#971a23",
  onBad: "#ffffff",
  badGround: "#fde8e8",
  neutralGround: "#eff1f4",
  hatch: "rgb(20 24 31 / 7%)",
  shadow: "0 1px 2px rgb(20 24 31 / 5%)",
};

export const darkPalette: Palette = {
  ground: "#0f1216",
  panel: "#161a20",
  raised: "#1c2128",
  line: "#272d36",
  edge: "#3a424e",
  ink: "#e9ecf1",
  soft: "#b3bcc9",
  faint: "#8c97a6",
  accent: "#7aa2ff",
  accentHover: "#92b3ff",
  onAccent: "#0b1222",
  accentGround: "#1a2742",
  good: "#5ec795",
  goodHover: "#76d3a6",
  onGood: "#08150e",
  goodGround: "#14281f",
  warning: "#f0b357",
  warningHover: "#f4c37a",
  onWarning: "#1a1204",
  warningGround: "#2e2312",
  bad: "#ff8a8a",
  badHover: "#ffa3a3",
  onBad: "#220a0a",
  badGround: "#371c1f",
  neutralGround: "#222831",
  hatch: "rgb(233 236 241 / 8%)",
  shadow: "0 1px 2px rgb(0 0 0 / 30%)",
};

function kebab(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

/** A palette as custom properties: `accentGround` becomes `--fw-accent-ground`. */
export function paletteVariables(palette: Palette): Record<string, string> {
  return Object.fromEntries(Object.entries(palette).map(([role, colour]) => [`--fw-${kebab(role)}`, colour]));
}
