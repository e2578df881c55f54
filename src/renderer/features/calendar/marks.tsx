import type { CSSProperties } from "react";
import { useLocation } from "wouter";
import type { MarkedWindow } from "../../../core/app/calendar/calendar-marks.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { IconAlertTriangle, IconCheck, IconClockExclamation, IconFlag, IconPencil, IconSend } from "../../ui/icons.ts";
import { timeText } from "../../ui/time-words.ts";
import { stageWords } from "../../ui/words.ts";
import { kindOfGroup, type MarkGroup, type MarkKind } from "./mark-groups.ts";
import classes from "./marks.module.css";

export const markWords: Readonly<Record<MarkKind, string>> = {
  broken: "Promise of notice broken",
  due: "Notice due, not approved",
  waiting: "Notice waits for approval",
  promise: "Last chance to announce in time",
  approved: "Notice approved, leaves by itself",
  sent: "Notice sent",
};

const icons = {
  broken: IconAlertTriangle,
  due: IconClockExclamation,
  waiting: IconPencil,
  promise: IconFlag,
  approved: IconSend,
  sent: IconCheck,
} as const;

export function MarkIcon({ kind, size = 11 }: { readonly kind: MarkKind; readonly size?: number }) {
  const Icon = icons[kind];
  return <Icon size={size} stroke={2.2} aria-hidden="true" />;
}

type Props = {
  readonly group: MarkGroup;
  readonly windows: Readonly<Record<string, MarkedWindow>>;
  readonly zone: ZoneId;
  readonly className: string;
  readonly style: CSSProperties;
};

/** One mark: opens its notice, or the window when it stands for several. The agenda has them all as rows. */
export function MarkButton({ group, windows, zone, className, style }: Props) {
  const [, go] = useLocation();
  const kind = kindOfGroup(group);
  const { notices, promises } = group;
  const amount = notices.length + promises.length;
  const lines = [
    ...promises.map(({ windowId, at, isBroken }) =>
      [isBroken ? markWords.broken : markWords.promise, windows[windowId]?.title ?? "", timeText(at, zone)].join(" · "),
    ),
    ...notices.map(({ windowId, stage, standing, dueAt }) =>
      [`${markWords[standing]}: ${stageWords[stage]}`, windows[windowId]?.title ?? "", timeText(dueAt, zone)].join(" · "),
    ),
  ];
  const words = `${lines.slice(0, 12).join("\n")}${lines.length > 12 ? `\nand ${lines.length - 12} more` : ""}`;
  const [first] = notices;
  const target =
    amount === 1 && first !== undefined ? `/notices/${first.id}` : `/windows/${(first ?? promises[0])?.windowId ?? ""}`;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-mark={kind}
      className={`${classes.mark} ${className}`}
      style={style}
      title={words}
      aria-label={amount === 1 ? words : `${amount} marks: ${words}`}
      onClick={() => go(target)}
    >
      <MarkIcon kind={kind} />
      {amount > 1 && <span>{amount}</span>}
    </button>
  );
}
