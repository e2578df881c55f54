import { ActionIcon, Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Link } from "wouter";
import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import type { Notice } from "../../../core/domain/notice.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { IconChevronDown, IconChevronRight } from "../../ui/icons.ts";
import { PlanExplanation } from "../../ui/plan-explanation.tsx";
import { gravestPromise, lastTurn, recipientTimes } from "../../ui/plan-words.ts";
import { PromiseText } from "../../ui/promise-text.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { awayText } from "../../ui/relative-words.ts";
import { NoticeBadge } from "../../ui/state-badge.tsx";
import { TimeText } from "../../ui/time-text.tsx";
import { timeText } from "../../ui/time-words.ts";
import { stageWords } from "../../ui/words.ts";
import classes from "./plan.module.css";

type Props = {
  readonly notice: Notice;
  readonly deliveries: readonly DeliverySummary[];
  readonly directory: Directory;
  readonly zone: ZoneId;
  readonly now: Instant;
};

/** One notice of the plan; opened, it says which rule, timing and calendar it comes from. */
export function PlanRow({ notice, deliveries, directory, zone, now }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const audience = directory.audiences.find((candidate) => candidate.id === notice.audienceId)?.name ?? "Removed audience";
  const name = `${stageWords[notice.stage]} to ${audience}`;
  const isPutAside = notice.state.kind === "skipped" || notice.state.kind === "superseded";
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      <tr className={classes.row} data-aside={isPutAside || undefined}>
        <td>
          <div className={classes.name}>
            <ActionIcon
              size={24}
              aria-label={`Why: ${name}`}
              aria-expanded={isOpen}
              aria-controls={id}
              title="Why this notice is owed"
              onClick={() => setOpen((is) => !is)}
            >
              <Chevron size={15} stroke={1.75} aria-hidden="true" />
            </ActionIcon>
            <div>
              <strong>{stageWords[notice.stage]}</strong> {audience}
              <p className={classes.channels}>{channelsText(notice, directory)}</p>
            </div>
          </div>
        </td>
        <td>
          {lastTurn(notice) !== null && "From "}
          <TimeText at={notice.dueAt} zone={zone} />
          {recipientTimes(notice, zone).map((words) => (
            <p key={words} className={classes.second}>
              {words}
            </p>
          ))}
          {notice.state.kind === "open" && (
            <p className={notice.dueAt < now ? classes.overdue : classes.second}>
              {notice.dueAt < now ? "overdue, " : ""}
              {awayText(notice.dueAt, now)}
            </p>
          )}
          {!isPutAside && <NoticePromise notice={notice} zone={zone} />}
        </td>
        <td>
          <NoticeBadge state={notice.state.kind} />
          <StateDetail notice={notice} deliveries={deliveries} zone={zone} />
        </td>
        <td className={classes.end}>
          <RowActions notice={notice} name={name} deliveries={deliveries} />
        </td>
      </tr>
      <tr id={id} hidden={!isOpen} className={classes.why}>
        <td colSpan={4}>{isOpen && <PlanExplanation notice={notice} directory={directory} zone={zone} />}</td>
      </tr>
    </>
  );
}

function NoticePromise({ notice, zone }: Pick<Props, "notice" | "zone">) {
  const promise = gravestPromise(notice);
  if (promise.kind === "none") return null;
  return (
    <p className={classes.promise}>
      <PromiseText promise={promise} zone={zone} />
    </p>
  );
}

function StateDetail({ notice, deliveries, zone }: Pick<Props, "notice" | "deliveries" | "zone">) {
  const { state } = notice;
  if (state.kind === "skipped") return <p className={classes.second}>{state.reason}</p>;
  if (state.kind === "open") {
    return notice.sending === "automatic" ? <p className={classes.second}>may go by itself</p> : null;
  }
  if (state.kind !== "approved") return null;
  const told = deliveries.filter((delivery) => delivery.state.kind === "accepted" || delivery.state.kind === "confirmed");
  return (
    <p className={classes.second} title={`Approved by ${state.by}, ${timeText(state.at, zone)}`}>
      {deliveries.length === 0 ? `by ${state.by}, ${timeText(state.at, zone)}` : `${told.length} of ${deliveries.length} sent`}
    </p>
  );
}

function RowActions({
  notice,
  name,
  deliveries,
}: {
  readonly notice: Notice;
  readonly name: string;
  readonly deliveries: readonly DeliverySummary[];
}) {
  const skip = useMutation(trpc.notices.skip.mutationOptions());
  const reopen = useMutation(trpc.notices.reopen.mutationOptions());
  const { kind } = notice.state;
  const canReopen =
    kind === "skipped" ||
    (kind === "approved" && deliveries.some(({ state }) => state.kind === "approved" || state.kind === "held"));
  return (
    <>
      <div className={classes.actions}>
        {kind === "open" && (
          <ReasonButton
            size="xs"
            look="subtle"
            aria-label={`Skip ${name}`}
            question={`${name} will not be sent. It can be opened again.`}
            label="Reason"
            isRequired
            confirm="Skip it"
            onConfirm={(reason) => skip.mutateAsync({ id: notice.id, reason })}
          >
            Skip
          </ReasonButton>
        )}
        {canReopen && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            aria-label={`Reopen ${name}`}
            loading={reopen.isPending}
            onClick={() => reopen.mutate({ id: notice.id })}
          >
            Reopen
          </Button>
        )}
        {kind !== "superseded" && (
          <Button
            size="xs"
            variant="default"
            component={Link}
            href={`/notices/${notice.id}`}
            aria-label={`${kind === "open" ? "Review" : "Read"} ${name}`}
          >
            {kind === "open" ? "Review" : "Read"}
          </Button>
        )}
      </div>
      {reopen.error !== null && (
        <p role="alert" className={classes.error}>
          {refusalOf(reopen.error).message}
        </p>
      )}
    </>
  );
}

function channelsText(notice: Notice, directory: Directory): string {
  const names = new Set(
    notice.recipients.map(({ channelId }) => directory.channels.find(({ id }) => id === channelId)?.name ?? "a removed channel"),
  );
  const customers = new Set(notice.recipients.flatMap(({ customerId }) => (customerId === null ? [] : [customerId])));
  const channels = [...names].join(", ");
  if (customers.size === 0) return channels === "" ? "nobody: its audience has no channel" : channels;
  return `${channels} · ${customers.size === 1 ? "1 customer" : `${customers.size} customers`}`;
}
