import { type ReactNode, useState } from "react";
import type { PlainButtonProps } from "./plain-button.tsx";
import { PopoverButton } from "./popover-button.tsx";

/** What the button looks like; the question is the rest. */
export type AskButtonLook = Pick<PlainButtonProps, "size" | "look" | "icon" | "isBusy" | "disabled" | "className">;

type Props = AskButtonLook & {
  /** The question's width in pixels. */
  readonly width: number;
  /** What is asked; `close` takes it away and gives the focus back. */
  readonly question: (close: () => void) => ReactNode;
  readonly children: ReactNode;
};

/** A button that asks something before it acts. Escape and a click beside the question mean no. */
export function AskButton({ question, children, ...button }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <PopoverButton {...button} isOpen={isOpen} onOpen={setOpen} card={() => question(() => setOpen(false))}>
      {children}
    </PopoverButton>
  );
}
