import { useState } from "react";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { MoreButton } from "../../ui/more-button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { TimeText } from "../../ui/time-text.tsx";
import { historyDetail, historyTitle, isOnTheWay } from "./history-words.ts";
import type { HistoryEntry } from "./shown-window.ts";
import classes from "./window-page.module.css";

const shownAtFirst = 8;

/** Who did what to this window and its notices, the latest first. */
export function WindowHistory({ history, zone }: { readonly history: readonly HistoryEntry[]; readonly zone: ZoneId }) {
  const [isWhole, setWhole] = useState(false);
  const latestFirst = history.filter((entry) => !isOnTheWay(entry)).toSorted((one, other) => other.sequence - one.sequence);
  const shown = isWhole ? latestFirst : latestFirst.slice(0, shownAtFirst);
  return (
    <Panel title="History" content="rows">
      {shown.map((entry) => {
        const detail = historyDetail(entry);
        return (
          <div key={entry.sequence} className={classes.event}>
            <p>
              <strong>{historyTitle(entry)}</strong> {entry.who}
            </p>
            <p className={classes.second}>
              <TimeText at={entry.at} zone={zone} />
              {detail === "" ? "" : ` · ${detail}`}
            </p>
          </div>
        );
      })}
      {latestFirst.length === 0 && <p className={classes.quiet}>Nothing was recorded yet.</p>}
      {latestFirst.length > shownAtFirst && !isWhole && (
        <MoreButton onClick={() => setWhole(true)}>Show all {latestFirst.length}</MoreButton>
      )}
    </Panel>
  );
}
