import type { AskedOfSeries } from "../../../core/app/groups/series-questions.ts";
import { IconClockQuestion } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/plain-button.tsx";
import { Row } from "./row.tsx";

/** A date of a series that the clocks skip or repeat: it is planned only once somebody says what is meant. */
export function SeriesQuestionRow({ asked }: { readonly asked: AskedOfSeries }) {
  return (
    <Row
      icon={IconClockQuestion}
      title={<>When is {asked.title} to take place?</>}
      detail={asked.question}
      end={
        <ButtonLink size="xs" href={`/windows/${asked.windowId}`}>
          Decide
        </ButtonLink>
      }
    />
  );
}
