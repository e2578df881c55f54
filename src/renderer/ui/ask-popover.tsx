import { Popover } from "@mantine/core";
import { type ReactNode, type RefCallback, type RefObject, useEffect, useLayoutEffect, useState } from "react";
import classes from "./ask.module.css";

type Props = {
  /** The button's id; the dialog is named by it. */
  readonly id: string;
  readonly button: RefObject<HTMLElement | null>;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  /** In pixels; as wide as what is in it when left out. */
  readonly width?: number;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** What opens beside a button that was drawn without it. */
export function AskPopover({ id, button, opened, onChange, width, className = classes.ask, children }: Props) {
  // Drawn closed and then opened: only a popover that opens keeps in mind where the focus was, and gives it back.
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <Popover
      id={id}
      opened={opened && isReady}
      onChange={onChange}
      trapFocus
      returnFocus
      {...(width === undefined ? {} : { width })}
      position="bottom-end"
      withinPortal
      // Above what was just done: whoever is asked must see all of the question.
      zIndex={360}
    >
      <Popover.Target>
        <Standing element={button} />
      </Popover.Target>
      <Popover.Dropdown className={className}>{children}</Popover.Dropdown>
    </Popover>
  );
}

/** Hands the popover an element that stands elsewhere. */
function Standing({
  element,
  ref,
}: {
  readonly element: RefObject<HTMLElement | null>;
  readonly ref?: RefCallback<HTMLElement>;
}) {
  useLayoutEffect(() => {
    const release = ref?.(element.current);
    return () => {
      if (typeof release === "function") release();
      else ref?.(null);
    };
  }, [element, ref]);
  return null;
}
