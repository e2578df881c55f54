import type { FactValue } from "./message.ts";

/** A fact as one line of text, for the list of what a template may use. */
export function factText(value: FactValue): string {
  switch (value.kind) {
    case "text":
      return value.text;
    case "link":
      return `${value.text} (${value.url})`;
    case "mention":
      return `@${value.name}`;
    case "list":
      return value.items.map(factText).join(", ");
  }
}
