import type { Instant, ZoneId } from "../../core/domain/instant.ts";
import { spanText, type TimeStyle, timeText } from "./time-words.ts";

type Props = { readonly at: Instant; readonly zone: ZoneId; readonly style?: TimeStyle };

/** An instant as read in a zone, with the zone's name, in tabular figures. */
export function TimeText({ at, zone, style = "short" }: Props) {
  return (
    <time className="fw-tabular" dateTime={new Date(at).toISOString()}>
      {timeText(at, zone, style)}
    </time>
  );
}

/** A stretch of time as read in a zone: `Sat 21 Nov, 02:00–04:00 GMT`. */
export function SpanText({ from, to, zone }: { readonly from: Instant; readonly to: Instant; readonly zone: ZoneId }) {
  return (
    <time className="fw-tabular" dateTime={`${new Date(from).toISOString()}/${new Date(to).toISOString()}`}>
      {spanText(from, to, zone)}
    </time>
  );
}
