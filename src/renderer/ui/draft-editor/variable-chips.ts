import type { Extension } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from "@codemirror/view";
import classes from "./draft-editor.module.css";
import type { FactLookUp } from "./draft-editor.tsx";

const variablePattern = /\{\{\s*([\w.-]+)\s*\}\}/gu;

/** A variable as one piece: passed over by the arrows, taken out by one press of Backspace. */
class Chip extends WidgetType {
  readonly name: string;
  readonly title: string;

  constructor(name: string, title: string) {
    super();
    this.name = name;
    this.title = title;
  }

  override eq(other: Chip): boolean {
    return other.name === this.name && other.title === this.title;
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement("span");
    chip.className = classes.chip ?? "";
    chip.textContent = this.name;
    chip.title = this.title;
    return chip;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

/** Shows known variables as chips, doubtful ones as they were typed, marked, so that they can be mended in place. */
export function variableChips(factOf: FactLookUp): Extension {
  const matcher = new MatchDecorator({
    regexp: new RegExp(variablePattern),
    decoration: (match) => {
      const name = match[1] ?? "";
      const fact = factOf(name);
      if (fact.kind === "value") return Decoration.replace({ widget: new Chip(name, `Shows: ${fact.text}`) });
      const isUnknown = fact.kind === "unknown";
      return Decoration.mark({
        class: (isUnknown ? classes.unknown : classes.empty) ?? "",
        attributes: { title: isUnknown ? "There is no fact of this name" : "This fact has no value here" },
      });
    },
  });
  const tags = new MatchDecorator({
    regexp: /\{%.*?%\}|\{\{[^}]*\|[^}]*\}\}/gu,
    decoration: Decoration.mark({ class: classes.tag ?? "" }),
  });
  return [decorating(matcher, true), decorating(tags, false)];
}

function decorating(matcher: MatchDecorator, isAtomic: boolean): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = matcher.createDeco(view);
      }
      update(update: ViewUpdate): void {
        this.decorations = matcher.updateDeco(update, this.decorations);
      }
    },
    { decorations: (value) => value.decorations },
  );
  if (!isAtomic) return plugin;
  return [
    plugin,
    // Only the chips: a doubtful variable is edited letter by letter.
    EditorView.atomicRanges.of(
      (view) =>
        view.plugin(plugin)?.decorations.update({ filter: (_from, _to, value) => value.spec.widget !== undefined }) ??
        Decoration.none,
    ),
  ];
}
