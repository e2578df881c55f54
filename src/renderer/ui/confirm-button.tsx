import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./ask.module.css";
import { AskButton, type AskButtonLook } from "./ask-button.tsx";

type Props = AskButtonLook & {
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
  return (
    <AskButton
      width={300}
      question={(close) => (
        <>
          <div>{question}</div>
          <div className={classes.buttons}>
            <Button size="xs" variant="default" onClick={close}>
              Keep as is
            </Button>
            <Button
              size="xs"
              color={tone}
              onClick={() => {
                close();
                onConfirm();
              }}
            >
              {confirm}
            </Button>
          </div>
        </>
      )}
      {...button}
    >
      {children}
    </AskButton>
  );
}
