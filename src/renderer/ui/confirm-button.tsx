import { Button, type ButtonProps, Popover } from "@mantine/core";
import { type ReactNode, useState } from "react";
import classes from "./confirm-button.module.css";

type Props = ButtonProps & {
  /** What will happen, and what will not. */
  readonly question: ReactNode;
  /** The verb of the button that does it. */
  readonly confirm: string;
  readonly tone?: "bad" | "accent";
  readonly onConfirm: () => void;
  readonly children: ReactNode;
};

/** A button that asks first. Escape and a click beside it mean no. */
export function ConfirmButton({ question, confirm, tone = "bad", onConfirm, children, ...button }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus width={300} position="bottom-end" withinPortal>
      <Popover.Target>
        <Button variant="default" {...button} onClick={() => setOpened((is) => !is)}>
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.ask}>
        <div>{question}</div>
        <div className={classes.buttons}>
          <Button size="xs" variant="default" onClick={() => setOpened(false)}>
            Keep as is
          </Button>
          <Button
            size="xs"
            color={tone}
            onClick={() => {
              setOpened(false);
              onConfirm();
            }}
          >
            {confirm}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
