import { Fragment, type ReactNode } from "react";
import type { SlackBlock, SlackInline, SlackRichText } from "../../../core/domain/slack-blocks.ts";
import classes from "./preview.module.css";

/** The name behind a Slack id, or the id itself where nobody in the directory has it. */
export type NameOf = (slackId: string) => string;

/** A message's blocks as Slack draws them. A block of a kind we never send is left out. */
export function SlackBlocks({ blocks, nameOf }: { readonly blocks: readonly unknown[]; readonly nameOf: NameOf }) {
  return (
    <>
      {blocks.filter(isOurs).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other identity and never move.
        <Fragment key={index}>{drawn(block, nameOf)}</Fragment>
      ))}
    </>
  );
}

function isOurs(block: unknown): block is SlackBlock {
  if (typeof block !== "object" || block === null || !("type" in block)) return false;
  return block.type === "header" || block.type === "divider" || block.type === "rich_text";
}

function drawn(block: SlackBlock, nameOf: NameOf): ReactNode {
  if (block.type === "divider") return <hr />;
  if (block.type === "header") return <p className={classes.heading}>{block.text.text}</p>;
  return block.elements.map((element, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: elements have no other identity and never move.
    <Fragment key={index}>{richText(element, nameOf)}</Fragment>
  ));
}

function richText(element: SlackRichText, nameOf: NameOf): ReactNode {
  switch (element.type) {
    case "rich_text_section":
      return <p className={classes.lines}>{inline(element.elements, nameOf)}</p>;
    case "rich_text_quote":
      return <blockquote className={classes.lines}>{inline(element.elements, nameOf)}</blockquote>;
    case "rich_text_preformatted":
      return <pre>{inline(element.elements, nameOf)}</pre>;
    case "rich_text_list": {
      const items = element.elements.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no other identity and never move.
        <li key={index} className={classes.lines}>
          {inline(item.elements, nameOf)}
        </li>
      ));
      const style = { marginLeft: `${element.indent * 20}px` };
      return element.style === "ordered" ? <ol style={style}>{items}</ol> : <ul style={style}>{items}</ul>;
    }
    default:
      return null;
  }
}

function inline(parts: readonly SlackInline[], nameOf: NameOf): ReactNode {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity and never move.
    <Fragment key={index}>{inlinePart(part, nameOf)}</Fragment>
  ));
}

function inlinePart(part: SlackInline, nameOf: NameOf): ReactNode {
  if (part.type === "user") return <span className={classes.mention}>@{nameOf(part.user_id)}</span>;
  if (part.type === "usergroup") return <span className={classes.mention}>@{nameOf(part.usergroup_id)}</span>;
  if (part.type === "broadcast") return <span className={classes.mention}>@{part.range}</span>;
  let words: ReactNode = part.text;
  if (part.type === "link") {
    words = (
      <span className={classes.link} title={part.url}>
        {part.text}
      </span>
    );
  }
  if (part.style?.code === true) words = <code>{words}</code>;
  if (part.style?.strike === true) words = <del>{words}</del>;
  if (part.style?.italic === true) words = <em>{words}</em>;
  if (part.style?.bold === true) words = <strong>{words}</strong>;
  return words;
}
