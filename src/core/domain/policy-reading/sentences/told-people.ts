import { isLimiting, isPlausible, nameOf } from "../words/audience-words.ts";
import { isNamed } from "../words/plain-text.ts";
import { isThing } from "../words/things.ts";

/** Whether words can be the name of those who are told, whatever they are called. */
export function isPeople(whom: string): boolean {
  const name = nameOf(whom);
  return (
    name !== "" &&
    name !== "it" &&
    name.length <= 80 &&
    isPlausible(name) &&
    !isLimiting(name) &&
    !isThing(name.split(/ (?:of|in|at|for) /u)[0] ?? "")
  );
}

/** The name without its article, and without what they are told of: `users of planned outages`. */
export function plainName(whom: string): string {
  const [, people = whom] = /^(.{3,}?) of \S.*$/u.exec(whom) ?? [];
  const name =
    people !== whom &&
    isThing(whom) &&
    !isNamed(/(?:heads?|users?|owners?|operators?|administrators?|holders?|members?)(?!\p{L})/iuy, people)
      ? people
      : whom;
  return (
    name
      .replace(/^(?:the|our|their|its|his|her|your) /iu, "")
      // `the coordinators and the owners` are two.
      .replace(/,? and (?:the|our) (?=\p{L})/giu, ", ")
      .trim()
  );
}
