import { memo } from "react";
import type { ProposedRule } from "../../../core/domain/policy.ts";
import { Badge } from "../../ui/badge.tsx";
import { IconFilter, IconHelpCircle, IconShieldCheck, IconUsers } from "../../ui/icons.ts";
import { channelKindWords, stageWords, voiceWords } from "../../ui/words.ts";
import type { CellKey } from "./cell-links.ts";
import { keyOfChannel } from "./linked-rules.ts";
import { pointsAt, useIsPointedFrom } from "./pointed-cells.ts";
import type { RuleBlockContent } from "./rule-groups.ts";
import classes from "./rule-list.module.css";
import { namesOf, termsOf, timingText } from "./rule-text.ts";

type Props = {
  readonly block: RuleBlockContent;
  readonly undecided: ReadonlySet<string>;
  readonly onShowSource: (key: CellKey) => void;
};

/** Whom and where, then what goes out when, then the policy's words behind it. */
export const RuleBlock = memo(function RuleBlock({ block, undecided, onShowSource }: Props) {
  const { audience, channels, lead, source } = block.first.rule;
  const [cell] = block.cells;
  const isPointed = useIsPointedFrom(block.cells);
  return (
    <article className={classes.block} data-pointed={isPointed || undefined} {...pointsAt(block.cells)}>
      <header className={classes.whom}>
        <IconUsers size={15} stroke={1.75} aria-hidden="true" />
        <h3>{audience.name}</h3>
        <span className={classes.voice}>{voiceWords[audience.voice]}</span>
        <ul className={classes.channels} aria-label="Channels">
          {channels.map((channel) => {
            const isUndecided = undecided.has(keyOfChannel(channel));
            return (
              <li key={keyOfChannel(channel)} data-undecided={isUndecided || undefined}>
                {isUndecided && <IconHelpCircle size={12} stroke={2.25} aria-hidden="true" />}
                {channel.name}
                <span>{isUndecided ? "to be decided" : kindText(channel)}</span>
              </li>
            );
          })}
        </ul>
      </header>
      <ul className={classes.rules}>
        {block.rules.map(({ key, rule }) => (
          <li key={key} className={classes.rule}>
            <span>
              <Badge>{stageWords[rule.stage]}</Badge>
            </span>
            <span className={classes.when}>
              <span>{timingText(rule)}</span>
              {termsOf(rule).map(({ kind, text }) => (
                <span key={text} className={classes.term}>
                  {kind === "promise" ? (
                    <IconShieldCheck size={13} stroke={1.75} aria-hidden="true" />
                  ) : (
                    <IconFilter size={13} stroke={1.75} aria-hidden="true" />
                  )}
                  {text}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {audience.mentions.length > 0 && <p className={classes.mentions}>Names {namesOf(audience.mentions)}</p>}
      <p className={classes.source}>
        {lead !== "" && <span className={classes.lead}>Led by {lead}</span>}
        {source !== "" && cell !== undefined && (
          <button type="button" onClick={() => onShowSource(cell)} title="Show it in the policy">
            <q>{source}</q>
          </button>
        )}
      </p>
    </article>
  );
});

/** The kind of a channel, unless its name says it. */
function kindText({ name, kind }: ProposedRule["channels"][number]): string {
  const words = channelKindWords[kind];
  const isSaid =
    (kind === "slack" && name.startsWith("#")) || /^e-?mail$/iu.test(name) || name.toLowerCase() === words.toLowerCase();
  return isSaid ? "" : words;
}
