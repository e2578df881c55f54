import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import { trpc } from "../../api/trpc.ts";
import { useWorkspace } from "../../api/use-workspace.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Loading } from "../../ui/loading.tsx";
import { MessagePreview } from "../../ui/preview/message-preview.tsx";
import classes from "./outbox.module.css";

/** The frozen message behind a fold: read only when it is opened. */
export function MessageDetails({ delivery }: { readonly delivery: DeliverySummary }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes.message} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Message: <span>{delivery.subject}</span>
      </summary>
      {isOpen && <Message id={delivery.id} />}
    </details>
  );
}

function Message({ id }: { readonly id: string }) {
  const workspace = useWorkspace();
  const answer = useQuery(trpc.outbox.delivery.queryOptions({ id }));
  const delivery = answer.data;
  if (delivery === undefined || workspace === null)
    return answer.error === null ? <Loading /> : <ErrorNote error={answer.error} />;
  return (
    <div className={classes.preview}>
      <MessagePreview
        content={delivery.content}
        from={workspace.coordinator}
        to={delivery.recipients}
        {...(delivery.content.kind === "mail" ? {} : { channelName: delivery.channelName })}
      />
    </div>
  );
}
