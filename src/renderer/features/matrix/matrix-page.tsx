import "../../theme/form-styles.ts";
import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import type { Rule } from "../../../core/domain/matrix.ts";
import { trpc } from "../../api/trpc.ts";
import { useCoordinatorZone } from "../../api/use-workspace.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconBolt, IconCheck, IconFileImport, IconPlus, IconSearch, IconTable, IconUser } from "../../ui/icons.ts";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { count } from "../../ui/words.ts";
import classes from "./matrix.module.css";
import { PaperHead } from "./paper-head.tsx";
import { type Edited, RuleDrawer } from "./rule-drawer.tsx";
import { RuleGrid } from "./rule-grid.tsx";
import { type RuleContext, searchWords, sendingWords } from "./rule-words.ts";

/** The policy as data: which change is told to whom, when and where. Every rule is changed in place. */
export function MatrixPage() {
  const rules = useQuery(trpc.matrix.rules.queryOptions());
  const directory = useQuery(trpc.directory.all.queryOptions());
  const zone = useCoordinatorZone();
  const error = rules.error ?? directory.error;
  return (
    <Page title="Matrix" layout="full">
      {error !== null && (
        <div className={classes.error}>
          <ErrorNote error={error} onRetry={() => void Promise.all([rules.refetch(), directory.refetch()])} />
        </div>
      )}
      {error === null && (rules.isPending || directory.isPending) && <Loading />}
      {rules.data !== undefined && directory.data !== undefined && (
        <Desk rules={rules.data} context={{ directory: directory.data, zone }} />
      )}
    </Page>
  );
}

function Desk({ rules, context }: { readonly rules: readonly Rule[]; readonly context: RuleContext }) {
  const [search] = useSearchParams();
  const asked = search.get("rule");
  const [words, setWords] = useState("");
  const [edited, setEdited] = useState<Edited | null>(asked === null ? null : { id: asked });
  const [done, setDone] = useState("");
  const wanted = words.trim().toLowerCase();
  const found = wanted === "" ? rules : rules.filter((rule) => searchWords(rule, context).includes(wanted));
  const open = (next: Edited): void => {
    setDone("");
    setEdited(next);
  };
  const add = (
    <Button
      variant="default"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => open({ id: "", place: { changeTypeId: "", audienceId: "" } })}
    >
      Add rule
    </Button>
  );
  return (
    <>
      {rules.length === 0 ? (
        <div className={classes.empty}>
          <Empty
            icon={IconTable}
            title="No rules yet"
            action={
              <div className={classes.buttons}>
                <Button
                  component={Link}
                  href="/import"
                  leftSection={<IconFileImport size={16} stroke={1.75} aria-hidden="true" />}
                >
                  Import policy
                </Button>
                {add}
              </div>
            }
          >
            The matrix says who is told of which change, when and where. Paste the table of your policy, and its rows become
            rules.
          </Empty>
        </div>
      ) : (
        <>
          <PaperHead rules={rules.length} words={words.trim()} shown={found.length} />
          <div className={classes.toolbar}>
            <TextInput
              className={classes.search ?? ""}
              aria-label="Find in rules"
              placeholder="Find a rule"
              leftSection={<IconSearch size={15} stroke={1.75} aria-hidden="true" />}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <span className={classes.count}>
              {wanted === "" ? count(rules.length, "rule") : `${found.length} of ${count(rules.length, "rule")}`}
            </span>
            <span role="status" className={classes.done}>
              {done !== "" && (
                <>
                  <IconCheck size={15} stroke={2} aria-hidden="true" /> {done}
                </>
              )}
            </span>
            <ul className={classes.legend} aria-label="What the marks mean">
              <li>
                <IconBolt size={14} stroke={1.75} aria-hidden="true" className={classes.automatic} /> {sendingWords.automatic}
              </li>
              <li>
                <IconUser size={14} stroke={1.75} aria-hidden="true" /> {sendingWords.person}
              </li>
            </ul>
            <div className={classes.buttons}>
              <Button
                component={Link}
                href="/import"
                variant="default"
                leftSection={<IconFileImport size={16} stroke={1.75} aria-hidden="true" />}
              >
                Import policy
              </Button>
              {add}
            </div>
          </div>
          {found.length === 0 ? (
            <div className={classes.empty}>
              <Empty
                icon={IconSearch}
                title="No rule has these words"
                action={
                  <Button variant="default" onClick={() => setWords("")}>
                    Show all rules
                  </Button>
                }
              />
            </div>
          ) : (
            <RuleGrid
              rules={found}
              context={context}
              isFound={wanted !== ""}
              onOpen={(id) => open({ id })}
              onAdd={(place) => open({ id: "", place })}
            />
          )}
        </>
      )}
      <RuleDrawer rules={rules} context={context} edited={edited} onClose={() => setEdited(null)} onDone={setDone} />
    </>
  );
}
