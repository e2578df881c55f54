import { TextInput } from "@mantine/core";
import "../../theme/form-styles.ts";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { Panel } from "../../ui/panel.tsx";
import { count } from "../../ui/words.ts";
import classes from "./about.module.css";

/** What this is, where its data lies, and whose work it is made of. */
export function AboutPage() {
  const info = useQuery(trpc.host.info.queryOptions());
  const workspace = useQuery(trpc.workspace.view.queryOptions());
  return (
    <Page title="About" layout="narrow">
      <div className={classes.stack}>
        <Panel title="Forewarn">
          <ErrorNote error={info.error} />
          {info.data !== undefined && (
            <FactList
              facts={[
                ["Version", info.data.version],
                ["Runs in", info.data.kind === "electron" ? "Its own window (Electron)" : "Your browser, on this computer only"],
                ["Runtime", info.data.runtime],
                ["Data folder", <code key="folder">{info.data.dataFolder}</code>],
                ["Workspace file", <code key="file">{workspace.data?.location}</code>],
                ["Licence", "Apache-2.0"],
              ]}
            />
          )}
        </Panel>
        <Parts />
      </div>
    </Page>
  );
}

/** Every part of the product with its licence, as the build listed them. */
function Parts() {
  const licences = useQuery(trpc.host.licences.queryOptions());
  const [words, setWords] = useState("");
  const wanted = useDeferredValue(words.trim().toLowerCase());
  const found = (licences.data ?? []).filter(({ name, licence }) => `${name} ${licence}`.toLowerCase().includes(wanted));
  return (
    <Panel
      title="Parts and their licences"
      detail={licences.data === undefined ? undefined : count(licences.data.length, "part")}
      actions={
        <TextInput
          size="xs"
          aria-label="Find a part"
          placeholder="Find a part"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      }
      content="rows"
    >
      {licences.isPending && <Loading what="Reading the licences" />}
      <ErrorNote error={licences.error} onRetry={() => void licences.refetch()} />
      <p className={classes.credit}>Public holidays: data of date-holidays, CC BY 3.0.</p>
      {found.map((part) => (
        <details key={`${part.name}@${part.version}`} className={classes.part}>
          <summary>
            <span className={classes.name}>{part.name}</span>
            <span className={classes.version}>{part.version}</span>
            <span className={classes.licence}>{part.licence}</span>
          </summary>
          <pre>{part.text === "" ? "This part states its licence by name only." : part.text}</pre>
        </details>
      ))}
      {licences.data !== undefined && found.length === 0 && (
        <p className={classes.credit}>{wanted === "" ? "The build has listed no parts." : "No part has this name or licence."}</p>
      )}
    </Panel>
  );
}
