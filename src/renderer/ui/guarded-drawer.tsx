import { Button, Drawer } from "@mantine/core";
import { type MouseEvent, type ReactNode, useId, useState } from "react";
import classes from "./guarded-drawer.module.css";

type Props = {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** In pixels. */
  readonly size: number;
  readonly title: ReactNode;
  readonly children: ReactNode;
};

/**
 * A drawer with a form that does not lose what was typed: a click beside it does nothing, and Escape and its cross ask first
 * where something was changed. A form's own Cancel means what it says.
 */
export function GuardedDrawer({ opened, onClose, size, title, children }: Props) {
  const id = useId();
  const [isChanged, setChanged] = useState(false);
  const [isAsking, setAsking] = useState(false);
  if (!opened && (isChanged || isAsking)) {
    setChanged(false);
    setAsking(false);
  }
  const close = (): void => {
    if (!isChanged) onClose();
    // Escape means no to the question, too.
    else setAsking((is) => !is);
  };
  return (
    <Drawer opened={opened} onClose={close} closeOnClickOutside={false} size={size} title={title}>
      {isAsking && (
        <div className={classes.ask} role="alertdialog" aria-label="Not saved" aria-describedby={id}>
          <p id={id}>What you changed here is not saved.</p>
          <div className={classes.buttons}>
            <Button size="xs" variant="default" autoFocus onClick={() => setAsking(false)}>
              Keep editing
            </Button>
            <Button size="xs" color="bad" onClick={onClose}>
              Leave without saving
            </Button>
          </div>
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what its fields tell. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: an option chosen by a key is told as a click. */}
      <div
        onInput={() => setChanged(true)}
        onClick={(event) => {
          if (isOption(event)) setChanged(true);
        }}
      >
        {children}
      </div>
    </Drawer>
  );
}

/** An option of a list, which is drawn elsewhere in the page and is no field of its own. */
function isOption({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('[role="option"]') !== null;
}
