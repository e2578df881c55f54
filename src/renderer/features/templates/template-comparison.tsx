import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { TemplateEntry } from "../../../core/app/templates/templates.ts";
import type { Draft } from "../../../core/domain/notice.ts";
import { trpc } from "../../api/trpc.ts";
import { Panel } from "../../ui/panel.tsx";
import { TextComparison } from "./text-comparison.tsx";

const standard = "standard";

type Props = {
  readonly template: TemplateEntry;
  /** The text as it stands in the editor. */
  readonly draft: Draft;
  /** The version it is compared with; null for the default. */
  readonly against: number | null;
  readonly onAgainst: (version: number | null) => void;
};

/** The text laid over the default or an earlier version. */
export function TemplateComparison({ template, draft, against, onAgainst }: Props) {
  const { stage, voice } = template;
  const versions = useQuery(trpc.templates.versions.queryOptions({ stage, voice }));
  const all = versions.data ?? [];
  const chosen = all.find(({ number }) => number === against);
  return (
    <Panel
      title="Compare"
      detail="this text with"
      actions={
        <Select
          size="xs"
          w={180}
          aria-label="Compare with"
          data={[
            { value: standard, label: "The default text" },
            ...all.map(({ number }) => ({ value: String(number), label: `Version ${number}` })),
          ]}
          value={chosen === undefined ? standard : String(chosen.number)}
          onChange={(value) => onAgainst(value === null || value === standard ? null : Number(value))}
          allowDeselect={false}
        />
      }
    >
      <TextComparison
        before={chosen ?? template.standard}
        after={draft}
        same={
          chosen === undefined ? "This is the default text, word for word." : `This is version ${chosen.number}, word for word.`
        }
      />
    </Panel>
  );
}
