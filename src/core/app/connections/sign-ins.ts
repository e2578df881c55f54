import { type ConnectionKind, connectionNames } from "../../domain/connection-kind.ts";
import { type Instant, minute } from "../../domain/instant.ts";
import type { GuidedSignIn, SignInEnd, SignInOutcome, SignInPrompt, SignInTrouble, SignInWay } from "../../ports/sign-in.ts";
import { StorageTrouble } from "../../ports/storage-trouble.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import { mayWrite, workspaceIn } from "../workspace-in-use.ts";

/** How long a sign-in waits for its person. */
const limit = 5 * minute;

/** What a person chose before signing in. */
export type SignInInput = {
  readonly way: SignInWay;
  readonly values: Readonly<Record<string, string>>;
  readonly features: readonly string[];
};

/** Where a sign-in stands; an ended one is told until the next begins or somebody puts it away. */
export type SignInState =
  | { readonly kind: "preparing"; readonly way: SignInWay; readonly until: Instant }
  | {
      readonly kind: "waiting";
      readonly way: SignInWay;
      readonly until: Instant;
      readonly prompt: SignInPrompt;
      /** Whether the host opened the page; where not, the screen does. */
      readonly isOpened: boolean;
    }
  /** The person has done their part: what they may is looked at. */
  | { readonly kind: "checking"; readonly way: SignInWay; readonly until: Instant }
  | { readonly kind: "ended"; readonly trouble: SignInTrouble; readonly detail: string };

export interface SignIns {
  stateOf(kind: ConnectionKind): SignInState | null;
  /** Begins one, and resolves when there is something for the person to do, or when it has ended. One at a time a kind. */
  begin(kind: ConnectionKind, input: SignInInput): Promise<Answer<SignInState | null>>;
  /** Ends one that waits, or puts away what is told of one that ended. */
  cancel(kind: ConnectionKind): Answer<{ readonly kind: ConnectionKind }>;
  /** Ends those whose time is over. */
  tick(now: Instant): void;
  /** Ends all of them: another application takes over the file, or the process ends. */
  halt(): void;
}

/**
 * What a sign-in brought, for whoever keeps it: checked, and kept as a connection, or refused with the reason. Nothing is
 * kept once it is not wanted any more.
 */
type KeepSignIn = (
  kind: ConnectionKind,
  signedIn: { readonly keepsake: string } & Omit<SignInInput, "way">,
  isWanted: () => boolean,
) => Promise<Answer<unknown>>;

type Running = {
  readonly way: SignInWay;
  readonly since: Instant;
  readonly sinceElapsed: number;
  readonly end: Ending;
  state: SignInState;
};

type SignInDependencies = Pick<Dependencies, "store" | "clock" | "changes" | "log" | "connectors" | "browser">;

/** Guided sign-ins under way: none is kept that was cancelled or came too late, and nothing of them is stored before it works. */
export function createSignIns(dependencies: SignInDependencies, keepSignIn: KeepSignIn): SignIns {
  const { store, clock, changes, log, connectors, browser } = dependencies;
  const running = new Map<ConnectionKind, Running>();
  const ended = new Map<ConnectionKind, Extract<SignInState, { kind: "ended" }>>();

  const tell = (): void => changes.emit({ topic: "connections" });

  function stateOf(kind: ConnectionKind): SignInState | null {
    return running.get(kind)?.state ?? ended.get(kind) ?? null;
  }

  /** Runs one to its end; whatever the provider says after the end was decided here is not heard. */
  async function carry(kind: ConnectionKind, signIn: GuidedSignIn, run: Running, input: SignInInput, shown: () => void) {
    const until = run.since + limit;
    const show = async (prompt: SignInPrompt): Promise<void> => {
      const isOpened = prompt.kind === "page" && (await browser.open(prompt.url).catch(() => false));
      if (run.end.isOver()) return;
      run.state = { kind: "waiting", way: run.way, until, prompt, isOpened };
      tell();
      shown();
    };
    const going = signIn.run({ ...input, end: run.end, show: (prompt) => void show(prompt) });
    const outcome = await Promise.race([going, run.end.ended]);
    if (outcome.kind === "failed") return outcome;
    run.state = { kind: "checking", way: run.way, until };
    tell();
    if (run.end.isOver()) return await run.end.ended;
    const { values, features } = input;
    const isWanted = (): boolean => !run.end.isOver();
    const kept = await keepSignIn(kind, { keepsake: outcome.keepsake, values, features }, isWanted);
    if (!kept.ok && run.end.isOver()) return await run.end.ended;
    return kept.ok ? null : failed("other", kept.refusal.message);
  }

  function finish(kind: ConnectionKind, outcome: Failed | null): void {
    running.delete(kind);
    if (outcome !== null) {
      ended.set(kind, { kind: "ended", trouble: outcome.trouble, detail: outcome.detail });
      note(kind, outcome.trouble);
    }
    tell();
  }

  function note(kind: ConnectionKind, trouble: SignInTrouble): void {
    try {
      store.write((writing) => {
        const who = workspaceIn(writing).coordinator.name;
        const after = { trouble };
        writing.appendAudit({ at: clock.now(), who, what: "connections.signInFailed", subjectId: kind, before: null, after });
      });
    } catch (error) {
      // The file may belong to another application by now, or take nothing just now: nothing depends on this entry.
      log.warn({ kind, error: error instanceof Error ? error.name : "unknown" }, "A sign-in's end could not be noted");
    }
  }

  /** A sign-in that throws is a bug, unless it is the disk. */
  function failureOf(kind: ConnectionKind, error: unknown): Failed {
    log.error({ kind, error: error instanceof Error ? error.name : "unknown" }, "A sign-in failed");
    return error instanceof StorageTrouble
      ? failed("other", `${error.message} The sign-in was not kept.`)
      : failed("other", "Forewarn failed while signing in. Nothing was kept. Try again, or paste a token.");
  }

  return {
    stateOf,
    async begin(kind, input) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const signIn = connectors.find((each) => each.kind === kind)?.signIn;
      const name = connectionNames[kind];
      if (signIn === undefined) return refuse("notPossible", `${name} has no guided sign-in here. Paste a token instead.`);
      if (running.has(kind)) {
        return refuse("notPossible", `A sign-in to ${name} is under way. Finish it in the browser, or cancel it first.`);
      }
      const wrong = wrongInput(signIn, input);
      if (wrong !== null) return wrong;
      const now = clock.now();
      const run: Running = {
        way: input.way,
        since: now,
        sinceElapsed: clock.elapsed(),
        end: createEnding(),
        state: { kind: "preparing", way: input.way, until: now + limit },
      };
      running.set(kind, run);
      ended.delete(kind);
      tell();
      await new Promise<void>((shown) => {
        carry(kind, signIn, run, input, shown)
          .catch((error: unknown) => failureOf(kind, error))
          .then((outcome) => finish(kind, outcome))
          .catch((error: unknown) => log.error({ error: error instanceof Error ? error.name : "unknown" }, "A sign-in's end"))
          .finally(shown);
      });
      return done(stateOf(kind));
    },
    cancel(kind) {
      ended.delete(kind);
      running.get(kind)?.end.because("cancelled");
      tell();
      return done({ kind });
    },
    tick(now) {
      for (const { since, sinceElapsed, end } of running.values()) {
        // By either clock: one that was put back must not let a sign-in wait for ever.
        const isOver = now >= since + limit || now < since || clock.elapsed() - sinceElapsed >= limit;
        if (isOver) end.because("timeLimit");
      }
    },
    halt() {
      for (const { end } of running.values()) end.because("cancelled");
    },
  };
}

function wrongInput(signIn: GuidedSignIn, { way, values, features }: SignInInput): Answer<never> | null {
  if (!signIn.ways.includes(way)) return refuse("invalid", "Choose one of the ways to sign in that are offered.", "way");
  for (const { name, label, isRequired, choices } of signIn.fields) {
    const value = (values[name] ?? "").trim();
    if (isRequired && value === "") return refuse("invalid", `Fill in: ${label}. Nothing was begun.`, name);
    if (value !== "" && choices.length > 0 && !choices.some((choice) => choice.value === value)) {
      return refuse("invalid", `Choose one of those offered: ${label}. Nothing was begun.`, name);
    }
  }
  const isKnown = features.every((feature) => signIn.features.some(({ name }) => name === feature));
  return isKnown ? null : refuse("invalid", "Choose from the uses that are offered. Nothing was begun.", "features");
}

function failed(trouble: SignInTrouble, detail: string): Failed {
  return { kind: "failed", trouble, detail };
}

type Failed = Extract<SignInOutcome, { kind: "failed" }>;

/** An end that comes from here: by the person, or by the clock. */
type Ending = SignInEnd & {
  because(reason: keyof typeof endings): void;
  /** Resolves when it is over, and never before. */
  readonly ended: Promise<Failed>;
};

const endings = {
  cancelled: failed("cancelled", "The sign-in was cancelled. Nothing was kept."),
  timeLimit: failed(
    "timeLimit",
    "Five minutes are over without an answer; perhaps the page in the browser was closed, or showed an error of its own. Nothing was kept. Sign in again when you are ready.",
  ),
} as const;

function createEnding(): Ending {
  const { promise, resolve } = Promise.withResolvers<Failed>();
  const waiting: (() => void)[] = [];
  let isOver = false;
  return {
    ended: promise,
    isOver: () => isOver,
    whenOver(then) {
      if (isOver) then();
      else waiting.push(then);
    },
    because(reason) {
      if (isOver) return;
      isOver = true;
      resolve(endings[reason]);
      for (const then of waiting) then();
    },
  };
}
