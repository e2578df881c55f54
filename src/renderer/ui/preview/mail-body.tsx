import { type ReactNode, useState } from "react";
import { IconDeviceMobile, IconMoon } from "../icons.ts";
import { PlainButton } from "../plain-button.tsx";
import { MailFrame } from "./mail-frame.tsx";
import classes from "./preview.module.css";

type Props = {
  readonly html: string;
  readonly title: string;
  /** What stands beside the choice of looks: the mail's attachment. */
  readonly beside?: ReactNode;
};

/** A mail as its reader's program shows it: in the dark or in the light, as wide as there is room or as a phone. */
export function MailBody({ html, title, beside }: Props) {
  const [isDark, setDark] = useState(() => window.matchMedia("(prefers-color-scheme: dark)").matches);
  const [isOnPhone, setOnPhone] = useState(false);
  return (
    <>
      <div className={classes.looks}>
        {beside}
        <PlainButton
          size="compact-xs"
          look={isDark ? "light" : "default"}
          icon={<IconMoon size={14} stroke={1.75} aria-hidden="true" />}
          aria-pressed={isDark}
          onClick={() => setDark(!isDark)}
        >
          In the dark
        </PlainButton>
        <PlainButton
          size="compact-xs"
          look={isOnPhone ? "light" : "default"}
          icon={<IconDeviceMobile size={14} stroke={1.75} aria-hidden="true" />}
          aria-pressed={isOnPhone}
          onClick={() => setOnPhone(!isOnPhone)}
        >
          On a phone
        </PlainButton>
      </div>
      <div className={isOnPhone ? classes.asOnPhone : undefined}>
        <MailFrame html={readIn(html, isDark)} title={title} />
      </div>
    </>
  );
}

/** The mail asks whether it is read in the dark; here it is told, whatever this computer's own choice is. */
function readIn(html: string, isDark: boolean): string {
  return html.replaceAll("(prefers-color-scheme: dark)", isDark ? "(min-width: 0)" : "(max-width: 0)");
}
