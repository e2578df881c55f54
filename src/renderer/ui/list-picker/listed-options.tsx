import { Combobox } from "@mantine/core";
import type { Listed } from "../../../core/ports/connector.ts";
import { useNow } from "../../state/now.ts";
import { IconAlertTriangle } from "../icons.ts";
import classes from "./list-picker.module.css";
import { keptWords, keyOf, kindWords, type ListedViews, nothingWords } from "./list-words.ts";

type Props = { readonly views: ListedViews; readonly system: string; readonly isAsking: boolean };

/** What is listed, by kind; above it why it may be old, below it how much more there is. */
export function ListedOptions({ views, system, isAsking }: Props) {
  const now = useNow(60_000);
  const isEmpty = views.every(({ view }) => view === undefined || view.items.length === 0);
  const troubles = [...new Set(views.flatMap(({ view }) => (view === undefined ? [] : (keptWords(view, system, now) ?? []))))];
  return (
    <>
      {troubles.length > 0 && (
        <Combobox.Header className={classes.trouble}>
          {troubles.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Combobox.Header>
      )}
      <Combobox.Options mah={260} className={classes.options} aria-busy={isAsking}>
        {views.map(({ what, view }) =>
          view === undefined || view.items.length === 0 ? null : (
            <Combobox.Group key={what} label={kindWords[what]}>
              {view.items.map((listed) => (
                <ListedOption key={keyOf(listed)} listed={listed} />
              ))}
              {view.matches > view.items.length && (
                <p className={classes.more}>
                  {view.items.length} of {view.matches.toLocaleString("en")}: type more of the name
                </p>
              )}
            </Combobox.Group>
          ),
        )}
        {isEmpty && troubles.length === 0 && <Combobox.Empty>{nothingWords(views, system, isAsking)}</Combobox.Empty>}
      </Combobox.Options>
    </>
  );
}

function ListedOption({ listed }: { readonly listed: Listed }) {
  const { name, detail, problem } = listed;
  return (
    <Combobox.Option value={keyOf(listed)}>
      <span className={classes.name}>{name}</span>
      {detail !== "" && <span className={classes.detail}>{detail}</span>}
      {problem !== null && (
        <span className={classes.problem}>
          <IconAlertTriangle size={13} stroke={2} aria-hidden="true" />
          {problem}
        </span>
      )}
    </Combobox.Option>
  );
}
