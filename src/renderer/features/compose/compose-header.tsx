import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { ComposeView } from "../../../core/app/notices/notices.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { useNow } from "../../state/now.ts";
import { IconChevronLeft, IconChevronRight } from "../../ui/icons.ts";
import { ImpactMark } from "../../ui/impact-mark.tsx";
import { gravestPromise, lastTurn, recipientTimes } from "../../ui/plan-words.ts";
import { PromiseText } from "../../ui/promise-text.tsx";
import { awayText } from "../../ui/relative-words.ts";
import { NoticeBadge } from "../../ui/state-badge.tsx";
import { SpanText, TimeText } from "../../ui/time-text.tsx";
import { spanText } from "../../ui/time-words.ts";
import { count } from "../../ui/words.ts";
import classes from "./compose.module.css";
import { RecipientsButton } from "./recipients-button.tsx";
import { WhyButton } from "./why-button.tsx";

/** Customers all over the world must not push the draft out of sight: the other times are told on pointing. */
const timesTold = 2;

type Props = { readonly view: ComposeView; readonly directory: Directory; readonly zone: ZoneId };

/** Which notice this is: its window, when it is due and why, who gets it, and the way to the next. */
export function ComposeHeader({ view, directory, zone }: Props) {
  const { notice, window } = view;
  const now = useNow(60_000);
  const isLate = notice.state.kind === "open" && notice.dueAt <= now;
  const elsewhere = recipientTimes(notice, zone);
  const ownSpan = spanText(window.start.at, window.end.at, window.zone);
  return (
    <header className={classes.header}>
      <div className={classes.headline}>
        <ImpactMark impact={window.impact} />
        <Link href={`/windows/${window.id}`} className={classes.windowTitle}>
          {window.title}
        </Link>
        <span className={classes.faint}>
          <SpanText from={window.start.at} to={window.end.at} zone={window.zone} />
          {spanText(window.start.at, window.end.at, zone) !== ownSpan && (
            <>
              {" · "}
              <SpanText from={window.start.at} to={window.end.at} zone={zone} /> for you
            </>
          )}
        </span>
        <div className={classes.headEnd}>
          <WhyButton view={view} directory={directory} zone={zone} />
          <Stepper view={view} />
        </div>
      </div>
      <div className={classes.subline}>
        <NoticeBadge state={notice.state.kind} />
        <span className={isLate ? classes.late : undefined}>
          {isLate ? "Was due" : "Due"} {lastTurn(notice) !== null && "from "}
          <TimeText at={notice.dueAt} zone={zone} />, {awayText(notice.dueAt, now)}
        </span>
        {elsewhere.length > 0 && (
          <span className={classes.faint} title={elsewhere.join("\n")}>
            {elsewhere.slice(0, timesTold).join(" · ")}
            {elsewhere.length > timesTold && ` · ${count(elsewhere.length - timesTold, "other time")}`}
          </span>
        )}
        <PromiseText promise={gravestPromise(notice)} zone={zone} />
        <RecipientsButton recipients={view.recipients} />
      </div>
    </header>
  );
}

/** Steps through the notices of this window that still wait. */
function Stepper({ view }: { readonly view: ComposeView }) {
  const { openNoticeIds, notice } = view;
  const others = openNoticeIds.filter((id) => id !== notice.id);
  if (others.length === 0) return null;
  const at = openNoticeIds.indexOf(notice.id);
  const previous = at === -1 ? undefined : openNoticeIds[at - 1];
  const next = at === -1 ? openNoticeIds[0] : openNoticeIds[at + 1];
  const position = at === -1 ? `${openNoticeIds.length} to review` : `${at + 1} of ${openNoticeIds.length} to review`;
  return (
    <nav className={classes.stepper} aria-label="Notices to review">
      <StepButton
        to={previous}
        label="Previous notice to review"
        icon={<IconChevronLeft size={16} stroke={1.75} aria-hidden="true" />}
      />
      <span className="fw-tabular">{position}</span>
      <StepButton
        to={next}
        label="Next notice to review"
        icon={<IconChevronRight size={16} stroke={1.75} aria-hidden="true" />}
      />
    </nav>
  );
}

function StepButton({
  to,
  label,
  icon,
}: {
  readonly to: string | undefined;
  readonly label: string;
  readonly icon: React.ReactNode;
}) {
  if (to === undefined) {
    return (
      <Button size="xs" variant="subtle" color="gray" px={6} disabled aria-label={label}>
        {icon}
      </Button>
    );
  }
  return (
    <Button
      size="xs"
      variant="subtle"
      color="gray"
      px={6}
      component={Link}
      href={`/notices/${to}`}
      aria-label={label}
      title={label}
    >
      {icon}
    </Button>
  );
}
