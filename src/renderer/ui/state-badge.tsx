import type { DeliveryStateKind } from "../../core/domain/delivery.ts";
import type { NoticeState } from "../../core/domain/notice.ts";
import type { Phase } from "../../core/domain/window.ts";
import { Badge, type Tone } from "./badge.tsx";
import {
  type Icon,
  IconAlertTriangle,
  IconArrowForwardUp,
  IconBan,
  IconCheck,
  IconChecks,
  IconCircleX,
  IconClock,
  IconClockHour4,
  IconHandStop,
  IconHelpOctagon,
  IconPencil,
  IconSend,
} from "./icons.ts";

type Look = { readonly word: string; readonly tone: Tone; readonly icon: Icon };

const deliveryLooks: Readonly<Record<DeliveryStateKind, Look>> = {
  approved: { word: "Approved", tone: "good", icon: IconCheck },
  due: { word: "Due", tone: "accent", icon: IconClock },
  sending: { word: "Sending", tone: "accent", icon: IconSend },
  accepted: { word: "Sent", tone: "good", icon: IconCheck },
  confirmed: { word: "Confirmed", tone: "good", icon: IconChecks },
  held: { word: "Held", tone: "warning", icon: IconHandStop },
  unknown: { word: "Unknown", tone: "bad", icon: IconHelpOctagon },
  failed: { word: "Failed", tone: "bad", icon: IconAlertTriangle },
  cancelled: { word: "Cancelled", tone: "neutral", icon: IconBan },
  superseded: { word: "Superseded", tone: "neutral", icon: IconArrowForwardUp },
};

const noticeLooks: Readonly<Record<NoticeState["kind"], Look>> = {
  open: { word: "Draft", tone: "warning", icon: IconPencil },
  approved: { word: "Approved", tone: "good", icon: IconCheck },
  skipped: { word: "Skipped", tone: "neutral", icon: IconBan },
  superseded: { word: "Superseded", tone: "neutral", icon: IconArrowForwardUp },
};

const phaseLooks: Readonly<Record<Phase, Look>> = {
  upcoming: { word: "Upcoming", tone: "neutral", icon: IconClock },
  running: { word: "Running", tone: "accent", icon: IconClockHour4 },
  completed: { word: "Completed", tone: "good", icon: IconCheck },
  rolledBack: { word: "Rolled back", tone: "warning", icon: IconArrowForwardUp },
  cancelled: { word: "Cancelled", tone: "neutral", icon: IconCircleX },
};

function Mark({ look }: { readonly look: Look }) {
  const Icon = look.icon;
  return (
    <Badge tone={look.tone} icon={<Icon size={13} stroke={2} aria-hidden="true" />}>
      {look.word}
    </Badge>
  );
}

/** The state of a delivery: icon, word, colour. */
export function DeliveryBadge({ state }: { readonly state: DeliveryStateKind }) {
  return <Mark look={deliveryLooks[state]} />;
}

/** The state of a notice: icon, word, colour. */
export function NoticeBadge({ state }: { readonly state: NoticeState["kind"] }) {
  return <Mark look={noticeLooks[state]} />;
}

/** Where a window stands: icon, word, colour. */
export function PhaseBadge({ phase }: { readonly phase: Phase }) {
  return <Mark look={phaseLooks[phase]} />;
}
