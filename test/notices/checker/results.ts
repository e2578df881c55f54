import { type Case, casesIn, findingsOf, isFound } from "./corpus.ts";

/** Drafts written after the checks were tuned on the others: their files are named so. */
export function isHeldOut({ file }: Pick<Case, "file">): boolean {
  return /\/(?:held-out|real-life)/u.test(file);
}

export type Missed = {
  readonly file: string;
  readonly heading: string;
  readonly fault: string;
  readonly found: readonly string[];
};
export type FalseAlarm = { readonly file: string; readonly heading: string; readonly found: readonly string[] };
/** How many errors of a class were planted and found, and how often the check cried wolf in a clean draft. */
export type ClassResult = {
  readonly check: string;
  readonly planted: number;
  readonly found: number;
  readonly falseAlarms: number;
};

export type Results = {
  readonly faulty: number;
  readonly clean: number;
  readonly planted: number;
  readonly missed: readonly Missed[];
  readonly falseAlarms: readonly FalseAlarm[];
  /** Findings in faulty drafts beside what was planted: most follow from it. */
  readonly beside: readonly FalseAlarm[];
  readonly classes: readonly ClassResult[];
};

/** Runs the checker over the whole corpus, or a part of it. */
export function runCorpus(wanted: (one: Case) => boolean = () => true): Results {
  const faulty = casesIn("faulty").filter(wanted);
  const clean = casesIn("clean").filter(wanted);
  const missed: Missed[] = [];
  const beside: FalseAlarm[] = [];
  const classes = new Map<string, { planted: number; found: number; falseAlarms: number }>();
  const classOf = (check: string) => {
    const known = classes.get(check) ?? { planted: 0, found: 0, falseAlarms: 0 };
    classes.set(check, known);
    return known;
  };
  for (const one of faulty) {
    const findings = findingsOf(one);
    const said = findings.map(({ check, quote }) => `${check} “${quote}”`);
    for (const fault of one.faults) {
      const result = classOf(fault.checks[0] ?? "");
      result.planted += 1;
      if (findings.some((finding) => isFound(fault, finding))) result.found += 1;
      else missed.push({ ...one, fault: `${fault.checks.join("|")} “${fault.quote}”`, found: said });
    }
    const others = findings.filter((finding) => !one.faults.some((fault) => isFound(fault, finding)));
    if (others.length > 0) beside.push({ ...one, found: others.map(({ check, quote }) => `${check} “${quote}”`) });
  }
  const falseAlarms: FalseAlarm[] = [];
  for (const one of clean) {
    const findings = findingsOf(one);
    for (const { check } of findings) classOf(check).falseAlarms += 1;
    if (findings.length > 0) falseAlarms.push({ ...one, found: findings.map(({ check, quote }) => `${check} “${quote}”`) });
  }
  return {
    faulty: faulty.length,
    clean: clean.length,
    planted: faulty.reduce((sum, { faults }) => sum + faults.length, 0),
    missed,
    falseAlarms,
    beside,
    classes: [...classes]
      .map(([check, result]) => ({ check, ...result }))
      .sort((one, other) => (one.check < other.check ? -1 : 1)),
  };
}
