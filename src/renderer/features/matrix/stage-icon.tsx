import type { Stage } from "../../../core/domain/matrix.ts";
import {
  type Icon,
  IconArrowBackUp,
  IconBell,
  IconCalendarRepeat,
  IconCalendarX,
  IconCircleCheck,
  IconClockPlus,
  IconPlayerPlay,
  IconProgress,
  IconSpeakerphone,
} from "../../ui/icons.ts";

const icons: Readonly<Record<Stage, Icon>> = {
  announce: IconSpeakerphone,
  reminder: IconBell,
  start: IconPlayerPlay,
  progress: IconProgress,
  extended: IconClockPlus,
  rescheduled: IconCalendarRepeat,
  cancelled: IconCalendarX,
  rolledBack: IconArrowBackUp,
  completed: IconCircleCheck,
};

/** A stage's shape; its word always stands beside it. */
export function StageIcon({ stage, size = 14 }: { readonly stage: Stage; readonly size?: number }) {
  const Icon = icons[stage];
  return <Icon size={size} stroke={1.75} aria-hidden="true" />;
}
