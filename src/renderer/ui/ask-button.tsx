import { lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { PlainButton, type PlainButtonProps } from "./plain-button.tsx";

/** Reads what places a question beside its button: a third of what all else on the first screen takes, and not needed for it. */
export const loadAskPopover = () => import("./ask-popover.tsx");
export const AskPopover = lazy(async () => ({ default: (await loadAskPopover()).AskPopover }));

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
export function AskButton({ width, question, children, ...button }: Props) {
  const id = useId();
  const standing = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  // The question's popover is drawn from the first click on.
  const [hasOpened, setHasOpened] = useState(false);
  return (
    <>
      <PlainButton
        {...button}
        ref={standing}
        id={id}
        aria-haspopup="dialog"
        aria-expanded={opened}
        aria-controls={opened ? `${id}-dropdown` : undefined}
        onPointerEnter={() => void loadAskPopover()}
        onFocus={() => void loadAskPopover()}
        onClick={() => {
          setHasOpened(true);
          setOpened((is) => !is);
        }}
      >
        {children}
      </PlainButton>
      {hasOpened && (
        <Suspense fallback={null}>
          <AskPopover id={id} button={standing} opened={opened} onChange={setOpened} width={width}>
            {question(() => setOpened(false))}
          </AskPopover>
        </Suspense>
      )}
    </>
  );
}
