import type { ChangeType, Service } from "../directory.ts";
import { isRecordNumber } from "../record-numbers.ts";
import type { Impact } from "../window.ts";
import { isMarked, type Stretch, segmentsOf } from "./marked-line.ts";
import { fragmentsOf } from "./marks.ts";
import { changeTypeNamed, impactNamed, serviceInTitle, serviceNamed } from "./name-words.ts";
import { nearestServices } from "./nearest-names.ts";
import { type Asked, askAbout, askAtEnd } from "./question.ts";
import type { Taken } from "./span.ts";

/** What a line says is changed, and how it is felt. */
export type What = {
  readonly title: string | null;
  readonly services: readonly Service[];
  readonly changeType: ChangeType | null;
  readonly impact: Impact | null;
  /** Records of other systems named by their numbers. */
  readonly records: readonly string[];
  readonly taken: readonly Taken[];
  readonly questions: readonly Asked[];
};

type Names = {
  readonly services: readonly Service[];
  readonly changeTypes: readonly ChangeType[];
  /** How this workspace numbers records elsewhere, beside the usual ways. */
  readonly referencePatterns?: readonly string[];
};

/** Reads what remains of a line once all that speaks of time is marked: a part that is no name is the title. */
export function readWhat(rest: string, names: Names): What {
  const reading = new WhatReading(names, rest.length);
  for (const segment of segmentsOf(rest)) {
    if (isMarked(segment)) {
      for (const { index, text } of fragmentsOf(segment.text)) reading.readPart(text, segment.index + index);
    } else if (segment.text.trim() !== "") {
      reading.readPart(segment.text.trim(), segment.index + segment.text.search(/\S/u));
    }
  }
  return reading.result();
}

const impactWords: Readonly<Record<Impact, string>> = {
  none: "none",
  reducedRedundancy: "reduced redundancy",
  degraded: "degraded",
  outage: "outage",
};

/** Collects one line's names; made anew for each line. */
class WhatReading {
  private readonly names: Names;
  private readonly services = new Map<string, Service>();
  private readonly impacts = new Set<Impact>();
  private readonly changeTypes = new Map<string, ChangeType>();
  private readonly records: string[] = [];
  private readonly title: string[] = [];
  private readonly taken: Taken[] = [];
  private readonly questions: Asked[] = [];
  /** Parts of the title, which may be names written wrongly. */
  private readonly titleParts: Stretch[] = [];
  private readonly end: number;

  constructor(names: Names, end: number) {
    this.names = names;
    this.end = end;
  }

  readPart(text: string, index: number): void {
    const impact = impactNamed(text);
    if (impact !== null) {
      this.impacts.add(impact);
      this.taken.push({ index, words: text, takenFor: `impact: ${impactWords[impact]}` });
      return;
    }
    if (this.readServices(text, index) || this.readEnvironment(text, index) || this.readChangeType(text, index)) return;
    if (isRecordNumber(text, this.names.referencePatterns ?? [])) {
      this.records.push(text);
      this.taken.push({ index, words: text, takenFor: "reference" });
      return;
    }
    this.title.push(text);
    this.titleParts.push({ index, length: text.length });
    this.taken.push({ index, words: text, takenFor: "title" });
  }

  private readServices(text: string, index: number): boolean {
    const whole = serviceNamed(text, this.names.services);
    if (whole.kind === "several") {
      this.ask(`Which service is “${text}”`, whole.entries.map(serviceWords), { index, length: text.length });
      return true;
    }
    const parts =
      whole.kind === "one" ? [whole] : text.split(/\s+(?:and|&|\+)\s+/u).map((part) => serviceNamed(part, this.names.services));
    const found = parts.flatMap((part) => (part.kind === "one" ? [part.entry] : []));
    if (found.length === 0 || found.length < parts.length) return false;
    for (const service of found) this.services.set(service.id, service);
    this.taken.push({ index, words: text, takenFor: `service: ${found.map(serviceWords).join(", ")}` });
    return true;
  }

  /** An environment's name stands for the one service in it; where there are several, which of them is asked. */
  private readEnvironment(text: string, index: number): boolean {
    const name = text.trim().toLowerCase();
    const inIt = this.names.services.filter(({ environment }) => environment.trim().toLowerCase() === name);
    const [only] = inIt;
    if (only === undefined) return false;
    if (inIt.length === 1) {
      this.services.set(only.id, only);
      this.taken.push({ index, words: text, takenFor: `service: ${serviceWords(only)}` });
    } else {
      this.taken.push({ index, words: text, takenFor: `environment of ${inIt.length} services` });
      this.ask(
        `Which service of “${text}” is meant`,
        inIt.map((service) => service.name),
        { index, length: text.length },
        inIt.map(serviceWords),
      );
    }
    return true;
  }

  private readChangeType(text: string, index: number): boolean {
    const found = changeTypeNamed(text, this.names.changeTypes);
    switch (found.kind) {
      case "none":
        return false;
      case "several":
        this.ask(
          `Which change type is “${text}”`,
          found.entries.map(({ name }) => name),
          { index, length: text.length },
        );
        return true;
      case "one":
        this.changeTypes.set(found.entry.id, found.entry);
        this.taken.push({ index, words: text, takenFor: `change type: ${found.entry.name}` });
        return true;
    }
  }

  private ask(question: string, choices: readonly string[], where: Stretch, words: readonly string[] = choices): void {
    const text = `${question}: ${choices.slice(0, -1).join(", ")} or ${choices.at(-1) ?? ""}?`;
    this.questions.push(
      askAbout(
        where,
        text,
        words.map((one, number) => ({ label: choices[number] ?? one, words: one })),
      ),
    );
  }

  /** A part that is nearly the name of a service, where no service was named: perhaps it is a slip of the pen. */
  private askNearest(line: readonly string[]): void {
    this.titleParts.forEach((where, number) => {
      const text = line[number] ?? "";
      const nearest = nearestServices(text, this.names.services);
      if (nearest.length === 0) return;
      const words = nearest.map(serviceWords);
      this.questions.push(
        askAbout(
          where,
          `“${text}” is no service. Did you mean ${words.join(" or ")}?`,
          words.map((one) => ({ label: one, words: one })),
        ),
      );
    });
  }

  result(): What {
    const title = this.title.length === 0 ? null : this.title.join(", ");
    if (title !== null && this.services.size === 0 && this.questions.length === 0) this.readServiceInTitle(title);
    if (this.services.size === 0 && this.questions.length === 0) this.askNearest(this.title);
    const impacts = [...this.impacts];
    const changeTypes = [...this.changeTypes.values()];
    if (impacts.length > 1) {
      this.questions.push({
        text: `Which impact is meant: ${impacts.map((one) => impactWords[one]).join(" or ")}?`,
        choices: [],
      });
    }
    if (changeTypes.length > 1) {
      const text = `Which change type is meant: ${changeTypes.map(({ name }) => name).join(" or ")}?`;
      this.questions.push({ text, choices: [] });
    }
    return {
      title,
      services: [...this.services.values()],
      changeType: changeTypes.length === 1 ? (changeTypes[0] ?? null) : null,
      impact: impacts.length === 1 ? (impacts[0] ?? null) : null,
      records: this.records,
      taken: this.taken,
      questions: this.questions,
    };
  }

  private readServiceInTitle(title: string): void {
    const found = serviceInTitle(title, this.names.services);
    if (found.kind === "one") this.services.set(found.entry.id, found.entry);
    if (found.kind === "several") {
      const names = found.entries.map(serviceWords);
      this.questions.push(
        askAtEnd(`Which service is “${title}”: ${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}?`, this.end, names),
      );
    }
  }
}

function serviceWords({ name, environment }: Service): string {
  return environment === "" || name.toLowerCase().includes(environment.toLowerCase()) ? name : `${name} ${environment}`;
}
