import type { Impact } from "../../core/domain/window.ts";
import classes from "./marks.module.css";

/** The word for each impact, as every screen says it. */
export const impactWords: Readonly<Record<Impact, string>> = {
  none: "None",
  reducedRedundancy: "Reduced redundancy",
  degraded: "Degraded",
  outage: "Outage",
};

const tones: Readonly<Record<Impact, "neutral" | "accent" | "warning" | "bad">> = {
  none: "neutral",
  reducedRedundancy: "accent",
  degraded: "warning",
  outage: "bad",
};

/** The colour role of an impact: `data-tone` of whatever shows it. */
export function impactTone(impact: Impact): "neutral" | "accent" | "warning" | "bad" {
  return tones[impact];
}

/** The shape alone: a ring, a half disc, a triangle or a square. Colour comes from the text around it. */
export function ImpactShape({ impact, size = 10 }: { readonly impact: Impact; readonly size?: number }) {
  return (
    <svg className={classes.shape} width={size} height={size} viewBox="0 0 10 10" aria-hidden="true">
      {impact === "none" && <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.3" />}
      {impact === "reducedRedundancy" && (
        <>
          <circle cx="5" cy="5" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.2" />
          <path d="M5 .8a4.2 4.2 0 0 0 0 8.4z" fill="currentColor" />
        </>
      )}
      {impact === "degraded" && <path d="M5 .7 9.6 9.3H.4z" fill="currentColor" />}
      {impact === "outage" && <rect x=".7" y=".7" width="8.6" height="8.6" rx="1.2" fill="currentColor" />}
    </svg>
  );
}

/** An impact with its shape, its word and its colour; with `compact`, the word is kept for screen readers and the tooltip. */
export function ImpactMark({ impact, compact = false }: { readonly impact: Impact; readonly compact?: boolean }) {
  const word = impactWords[impact];
  if (compact) {
    return (
      <span className={classes.bare} data-tone={tones[impact]} role="img" aria-label={`Impact: ${word}`} title={word}>
        <ImpactShape impact={impact} />
      </span>
    );
  }
  return (
    <span className={classes.mark} data-tone={tones[impact]}>
      <ImpactShape impact={impact} />
      {word}
    </span>
  );
}
