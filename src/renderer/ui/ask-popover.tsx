import { Popover } from "@mantine/core";
import { type ReactNode, type RefCallback, useEffect, useLayoutEffect, useState } from "react";
import classes from "./ask.module.css";

type Props = {
  /** The button's id; the dialog is named by it. */
  readonly id: string;
  readonly button: HTMLElement;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly width: number;
  readonly children: ReactNode;
};

/** The question beside a button that was drawn without it. */
export function AskPopover({ id, button, opened, onChange, width, children }: Props) {
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
      width={width}
      position="bottom-end"
      withinPortal
      // Above what was just done: whoever is asked must see all of the question.
      zIndex={360}
    >
      <Popover.Target>
        <Standing element={button} />
      </Popover.Target>
      <Popover.Dropdown className={classes.ask}>{children}</Popover.Dropdown>
    </Popover>
  );
}

/** Hands the popover an element that stands elsewhere. */
function Standing({ element, ref }: { readonly element: HTMLElement; readonly ref?: RefCallback<HTMLElement> }) {
  useLayoutEffect(() => {
    const release = ref?.(element);
    return () => {
      if (typeof release === "function") release();
      else ref?.(null);
    };
  }, [element, ref]);
  return null;
}
