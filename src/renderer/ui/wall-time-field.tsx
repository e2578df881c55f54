import { Input, Radio, TextInput } from "@mantine/core";
import type { ZoneId } from "../../core/domain/instant.ts";
import type { WallInput } from "../../core/domain/wall-input.ts";
import { isWallTime, resolveWall } from "../../core/domain/zoned-time.ts";
import { ClockInput } from "./clock-input.tsx";
import { timeText } from "./time-words.ts";
import classes from "./wall-time-field.module.css";

type Props = {
  readonly label: string;
  readonly value: WallInput;
  readonly zone: ZoneId;
  readonly onChange: (value: WallInput) => void;
  readonly error: string | null;
};

/** A date and a time by the clocks of a zone; which of the two is asked where clocks show it twice. */
export function WallTimeField({ label, value, zone, onChange, error }: Props) {
  const [date = "", time = ""] = value.wall.split("T", 2);
  const change = (newDate: string, newTime: string): void =>
    onChange({ wall: newDate === "" && newTime === "" ? "" : `${newDate}T${newTime}`, occurrence: null });
  const resolved = isWallTime(value.wall) ? resolveWall(value.wall, zone) : null;
  return (
    <Input.Wrapper label={label} labelElement="div" error={error}>
      <fieldset className={`${classes.pair} ${classes.bare}`} aria-label={label}>
        <TextInput
          type="date"
          aria-label={`${label}: date`}
          value={date}
          max="9999-12-31"
          error={error !== null}
          onChange={(event) => change(event.currentTarget.value, time)}
        />
        <ClockInput
          aria-label={`${label}: time, 24 hours`}
          value={time}
          error={error !== null}
          onChange={(newTime) => change(date, newTime)}
        />
      </fieldset>
      {resolved?.kind === "repeated" && (
        <Radio.Group
          aria-label={`${label}: which of the two`}
          value={value.occurrence}
          onChange={(chosen) => onChange({ ...value, occurrence: chosen === "later" ? "later" : "earlier" })}
        >
          <div className={classes.choices}>
            <Radio value="earlier" label={`First: ${timeText(resolved.earlier, zone, "exact")}`} />
            <Radio value="later" label={`Second: ${timeText(resolved.later, zone, "exact")}`} />
          </div>
        </Radio.Group>
      )}
    </Input.Wrapper>
  );
}
