import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "wouter";
import type { ComposeView } from "../../../core/app/notices/notices.ts";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { useNow } from "../../state/now.ts";
import { useTold } from "../../state/told.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { whyTooLong } from "../../ui/draft-editor/too-long.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconClockCheck, IconSend } from "../../ui/icons.ts";
import { lastTurn } from "../../ui/plan-words.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { nearText } from "../../ui/relative-words.ts";
import { timeText } from "../../ui/time-words.ts";
import { stageWords } from "../../ui/words.ts";
import type { Overrides } from "./checker-panel.tsx";
import classes from "./compose.module.css";
import type { EditedDraft } from "./use-draft.ts";

type Props = {
  readonly view: ComposeView;
  readonly draft: EditedDraft;
  readonly zone: ZoneId;
  /** The message as plain text for the chosen recipient, as typed. */
  readonly text: { readonly subject: string; readonly text: string } | null;
  readonly acknowledged: ReadonlySet<string>;
  readonly overrides: Overrides;
  /** Why it cannot be approved yet, or null. */
  readonly blocked: string | null;
};

/** What can be done with the notice: approve, put aside, copy; or, once approved, take it back. */
export function ApprovalBar(props: Props) {
  const { view, text } = props;
  const copied = text === null ? "" : `${text.subject}\n\n${text.text}`;
  return (
    <div className={classes.approval}>
      {view.notice.state.kind === "open" ? (
        <OpenActions {...props} copied={copied} />
      ) : (
        <SettledActions {...props} copied={copied} />
      )}
    </div>
  );
}

function OpenActions({ view, draft, zone, acknowledged, overrides, blocked, copied }: Props & { readonly copied: string }) {
  const { notice, window } = view;
  const now = useNow(10_000);
  const announce = useTold((state) => state.announce);
  const skip = useMutation(trpc.notices.skip.mutationOptions());
  const approve = useMutation(
    trpc.notices.approve.mutationOptions({
      onSuccess(result, input) {
        draft.settle();
        const when = input.send === "now" ? "is on its way" : `is approved ${turn} ${timeText(notice.dueAt, zone)}`;
        announce({ title: `${stageWords[notice.stage]} for ${window.title} ${when}`, result });
      },
    }),
  );
  const send = (when: "now" | "whenDue"): void =>
    approve.mutate({
      id: notice.id,
      draft: draft.value,
      send: when,
      acknowledged: [...acknowledged],
      overrides: [...overrides].map(([key, reason]) => ({ key, reason })),
    });
  const isLate = notice.dueAt <= now;
  const last = lastTurn(notice);
  const turn = last === null ? "for" : "from";
  const reasonId = `blocked-${notice.id}`;
  const blockedProps = { disabled: blocked !== null, "aria-describedby": reasonId, loading: approve.isPending };
  return (
    <>
      <ErrorNote error={approve.error} />
      <p id={reasonId} className={classes.blocked} role="status">
        {blocked ?? readyWords(isLate, last, zone)}
      </p>
      <div className={classes.buttons}>
        <Button
          variant="default"
          onClick={draft.save}
          disabled={!draft.isUnsaved || whyTooLong(draft.value) !== null}
          loading={draft.isSaving}
        >
          Save draft
        </Button>
        <CopyButton text={copied}>Copy as text</CopyButton>
        <ReasonButton
          label="Reason"
          isRequired
          question="This notice will not be sent. It can be opened again from the plan."
          confirm="Skip it"
          onConfirm={(reason) => skip.mutateAsync({ id: notice.id, reason })}
        >
          Skip
        </ReasonButton>
        <Button
          variant={isLate ? "filled" : "default"}
          leftSection={<IconSend size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => send("now")}
          {...blockedProps}
        >
          Approve and send now
        </Button>
        {!isLate && (
          <Button
            leftSection={<IconClockCheck size={16} stroke={1.75} aria-hidden="true" />}
            onClick={() => send("whenDue")}
            {...blockedProps}
          >
            Approve {turn} {nearText(notice.dueAt, now, zone)}
          </Button>
        )}
      </div>
    </>
  );
}

/** That it may be approved, and what to know of when it leaves. */
function readyWords(isLate: boolean, last: Instant | null, zone: ZoneId): string {
  if (isLate) return "Ready. It was due: it leaves ten seconds after approval.";
  if (last === null) return "Ready to approve.";
  return `Ready to approve. When due, each recipient gets it at its own time, the last ${timeText(last, zone)}.`;
}

function SettledActions({ view, zone, copied }: Props & { readonly copied: string }) {
  const { notice, window, openNoticeIds } = view;
  const reopen = useMutation(trpc.notices.reopen.mutationOptions());
  const next = openNoticeIds.find((id) => id !== notice.id);
  const canReopen = notice.state.kind === "approved" || notice.state.kind === "skipped";
  return (
    <>
      <ErrorNote error={reopen.error} />
      <p className={classes.blocked}>{settledWords(view, zone)}</p>
      <div className={classes.buttons}>
        <CopyButton text={copied}>Copy as text</CopyButton>
        {canReopen && (
          <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate({ id: notice.id })}>
            Reopen
          </Button>
        )}
        <Button variant="default" component={Link} href={`/windows/${window.id}`}>
          Open the window
        </Button>
        {next !== undefined && (
          <Button component={Link} href={`/notices/${next}`}>
            Review the next notice
          </Button>
        )}
      </div>
    </>
  );
}

function settledWords({ notice }: ComposeView, zone: ZoneId): string {
  const { state } = notice;
  switch (state.kind) {
    case "approved":
      return `Approved by ${state.by} ${timeText(state.at, zone)}: text and recipients are frozen. Reopen to change what has not left.`;
    case "skipped":
      return `Skipped by ${state.by} ${timeText(state.at, zone)}: ${state.reason}`;
    case "superseded":
      return `Overtaken by a change of its window ${timeText(state.at, zone)}. It will not be sent.`;
    case "open":
      return "";
  }
}
