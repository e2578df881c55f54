/**
 * The Slack blocks our messages are made of. The body is rich text, not mrkdwn: its words are plain data,
 * so nothing a person typed can turn into formatting or a mention.
 */
export type SlackBlock =
  | { readonly type: "header"; readonly text: { readonly type: "plain_text"; readonly text: string; readonly emoji: false } }
  | { readonly type: "rich_text"; readonly elements: readonly SlackRichText[] }
  | { readonly type: "divider" };

export type SlackRichText =
  | { readonly type: "rich_text_section"; readonly elements: readonly SlackInline[] }
  | { readonly type: "rich_text_quote"; readonly elements: readonly SlackInline[] }
  | { readonly type: "rich_text_preformatted"; readonly elements: readonly SlackInline[] }
  | {
      readonly type: "rich_text_list";
      readonly style: "bullet" | "ordered";
      readonly indent: number;
      readonly elements: readonly { readonly type: "rich_text_section"; readonly elements: readonly SlackInline[] }[];
    };

export type SlackInline =
  | { readonly type: "text"; readonly text: string; readonly style?: SlackStyle }
  | { readonly type: "link"; readonly url: string; readonly text: string; readonly style?: SlackStyle }
  | { readonly type: "user"; readonly user_id: string }
  | { readonly type: "usergroup"; readonly usergroup_id: string }
  | { readonly type: "broadcast"; readonly range: "channel" | "here" | "everyone" };

export type SlackStyle = { readonly bold?: true; readonly italic?: true; readonly strike?: true; readonly code?: true };
