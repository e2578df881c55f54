import type { TodayView } from "../../../core/app/today/today.ts";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import { IconClockPause } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/plain-button.tsx";
import { nearText } from "../../ui/relative-words.ts";
import { count } from "../../ui/words.ts";
import { Row } from "./row.tsx";

type Props = { readonly lapsed: NonNullable<TodayView["lapsed"]>; readonly now: Instant; readonly zone: ZoneId };

/** All that came due while nothing could be sent: one decision, made in the outbox. */
export function LapsedRow({ lapsed, now, zone }: Props) {
  return (
    <Row
      icon={IconClockPause}
      title={<>{count(lapsed.count, "notice")} came due while nothing could be sent</>}
      detail={
        <>
          The first was due {nearText(lapsed.firstDueAt, now, zone)} · {lapsed.stillOfUse === 0 ? "none" : lapsed.stillOfUse}{" "}
          still of use · nothing leaves late by itself
        </>
      }
      end={
        <ButtonLink size="xs" href="/outbox">
          Decide once
        </ButtonLink>
      }
    />
  );
}
