import { type ReactNode, Suspense, useId, useRef, useState } from "react";
import { AskPopover, loadAskPopover } from "../../ui/ask-button.tsx";
import { PlainButton, type PlainButtonProps } from "../../ui/plain-button.tsx";

type Props = Pick<PlainButtonProps, "look" | "icon" | "className" | "aria-keyshortcuts"> & {
  readonly name: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly card: () => ReactNode;
  readonly cardClass: string | undefined;
};

/** A button of the toolbar and the card that opens beneath it, which is drawn from its first opening on. */
export function ToolPopover({ name, isOpen, onOpen, card, cardClass, ...button }: Props) {
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
        {name}
      </PlainButton>
      {hasOpened && (
        <Suspense fallback={null}>
          <AskPopover id={id} button={standing} opened={isOpen} onChange={onOpen} className={cardClass}>
            {card()}
          </AskPopover>
        </Suspense>
      )}
    </>
  );
}
