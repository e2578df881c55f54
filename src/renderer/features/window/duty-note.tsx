import { useQuery } from "@tanstack/react-query";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { IconAlertTriangle } from "../../ui/icons.ts";
import { OpenExternal } from "../../ui/open-external.tsx";
import { TimeText } from "../../ui/time-text.tsx";
import { count } from "../../ui/words.ts";
import { TellOnCall } from "./tell-on-call.tsx";
import classes from "./window-page.module.css";

/** Incidents open and end without a word to us: they are asked for again as long as the page is looked at. */
const askEvery = 60_000;

type Props = { readonly counterpartId: string; readonly changeTypeId: string; readonly zone: ZoneId };

/** Who is on call while the window runs, with a way to tell them; and a warning of what is open already. */
export function DutyNote({ counterpartId, changeTypeId, zone }: Props) {
  const duty = useQuery(
    trpc.duty.of.queryOptions({ id: counterpartId }, { staleTime: askEvery, refetchInterval: askEvery }),
  ).data;
  if (duty == null) return null;
  const { onCall, incidents, problem } = duty;
  return (
    <div className={classes.duty}>
      {incidents.length > 0 && (
        <div className={classes.incidents} role="status">
          <p>
            <IconAlertTriangle size={14} stroke={2} aria-hidden="true" />
            {count(incidents.length, "incident is", "incidents are")} open there. A maintenance window does not silence what is
            open already: it goes on calling people.
          </p>
          <ul>
            {incidents.map(({ id, title, url, since }) => (
              <li key={id}>
                {url === null ? title : <OpenExternal url={url}>{title}</OpenExternal>}, since <TimeText at={since} zone={zone} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {onCall.length > 0 && (
        <>
          <p>On call during the window:</p>
          <ul>
            {onCall.map((person) => (
              <li key={`${person.role} ${person.name}`}>
                <span>
                  {person.name}, {person.role}
                  {person.until !== null && (
                    <>
                      , until <TimeText at={person.until} zone={zone} />
                    </>
                  )}
                </span>
                {person.email !== null && (
                  <TellOnCall person={{ name: person.name, email: person.email }} changeTypeId={changeTypeId} />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {problem !== null && <p>Who is on call could not be asked. {problem}</p>}
    </div>
  );
}
