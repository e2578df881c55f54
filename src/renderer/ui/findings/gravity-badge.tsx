import type { Gravity } from "../../../core/domain/message.ts";
import { Badge } from "../badge.tsx";
import { IconAlertCircle, IconAlertTriangle, IconBulb } from "../icons.ts";

/** How grave a finding is: a shape, a word and a colour of its own for each. */
export function GravityBadge({ gravity }: { readonly gravity: Gravity }) {
  switch (gravity) {
    case "error":
      return (
        <Badge tone="bad" icon={<IconAlertCircle size={13} stroke={2} aria-hidden="true" />}>
          Error
        </Badge>
      );
    case "warning":
      return (
        <Badge tone="warning" icon={<IconAlertTriangle size={13} stroke={2} aria-hidden="true" />}>
          Warning
        </Badge>
      );
    case "hint":
      return <Badge icon={<IconBulb size={13} stroke={2} aria-hidden="true" />}>Hint</Badge>;
  }
}
