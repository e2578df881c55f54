import { Button, type ButtonProps } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { IconCheck, IconCopy } from "./icons.ts";

/** Copies a text and says so for two seconds; where copying is refused, it says that. */
export function CopyButton({ text, children, ...button }: ButtonProps & { readonly text: string; readonly children: ReactNode }) {
  const [outcome, setOutcome] = useState<"none" | "copied" | "refused">("none");
  const Icon = outcome === "copied" ? IconCheck : IconCopy;
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      setOutcome("refused");
    }
    setTimeout(() => setOutcome("none"), 2000);
  }
  return (
    <Button
      variant="default"
      disabled={text === ""}
      {...button}
      leftSection={<Icon size={15} stroke={1.75} aria-hidden="true" />}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{outcome === "copied" ? "Copied" : outcome === "refused" ? "Copying was refused" : children}</span>
    </Button>
  );
}
