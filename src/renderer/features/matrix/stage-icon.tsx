import {
  IconArrowBackUp,
  IconBell,
  IconCalendarRepeat,
  IconCalendarX,
  IconCircleCheck,
  IconClockPlus,
  IconPlayerPlay,
  IconProgress,
  IconSpeakerphone,
  type TablerIcon,
} from "@tabler/icons-react";
import type { Stage } from "../../../core/domain/matrix.ts";

const icons: Readonly<Record<Stage, TablerIcon>> = {
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
