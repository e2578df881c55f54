import { lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { PlainButton, type PlainButtonProps } from "./plain-button.tsx";

/** Reads what places a card beside its button: a third of what all else on the first screen takes, and not needed for it. */
export const loadAskPopover = () => import("./ask-popover.tsx");
const AskPopover = lazy(async () => ({ default: (await loadAskPopover()).AskPopover }));

type Props = Pick<PlainButtonProps, "size" | "look" | "icon" | "isBusy" | "disabled" | "className" | "aria-keyshortcuts"> & {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly card: () => ReactNode;
  /** The card's width in pixels; as wide as what is in it when left out. */
  readonly width?: number;
  readonly cardClass?: string | undefined;
  readonly children: ReactNode;
};

/** A button and the card that opens beside it, which is drawn from its first opening on. */
export function PopoverButton({ isOpen, onOpen, card, width, cardClass, children, ...button }: Props) {
  const id = useId();
  const standing = useRef<HTMLButtonElement>(null);
  const [hasOpened, setHasOpened] = useState(false);
  if (isOpen && !hasOpened) setHasOpened(true);
  return (
    <>
      <PlainButton
        {...button}
        ref={standing}
        id={id}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-dropdown` : undefined}
        onPointerEnter={() => void loadAskPopover()}
        onFocus={() => void loadAskPopover()}
        onClick={() => onOpen(!isOpen)}
      >
        {children}
      </PlainButton>
      {hasOpened && (
        <Suspense fallback={null}>
          <AskPopover
            id={id}
            button={standing}
            opened={isOpen}
            onChange={onOpen}
            className={cardClass}
            {...(width === undefined ? {} : { width })}
          >
            {card()}
          </AskPopover>
        </Suspense>
      )}
    </>
  );
}
