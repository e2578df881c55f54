import { useMutation } from "@tanstack/react-query";
import { trpc } from "../../api/trpc.ts";
import type { AskButtonLook } from "../../ui/ask-button.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";

type Props = AskButtonLook & { readonly id: string; readonly name?: string };

/** Takes a delivery out for good, with a reason. `name` tells one from the next in a list. */
export function CancelButton({ id, name, ...button }: Props) {
  const cancel = useMutation(trpc.outbox.cancel.mutationOptions());
  return (
    <ReasonButton
      size="xs"
      {...button}
      {...(name === undefined ? {} : { "aria-label": `Cancel ${name}` })}
      label="Reason"
      isRequired
      question="It will not be sent. It stays here as cancelled, with your reason."
      confirm="Cancel it"
      tone="bad"
      onConfirm={(reason) => cancel.mutateAsync({ id, reason })}
    >
      Cancel
    </ReasonButton>
  );
}
