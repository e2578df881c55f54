import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memorySecrets } from "../../src/adapters/secrets/memory-secrets.ts";
import { systemIds } from "../../src/adapters/system/system-ids.ts";
import type { Backend } from "../../src/backend/backend.ts";
import { openBackend } from "../../src/backend/open-backend.ts";
import type { Answer } from "../../src/core/app/answer.ts";
import type { Forewarn } from "../../src/core/app/forewarn.ts";
import { type Instant, minute } from "../../src/core/domain/instant.ts";
import type { WindowDraft } from "../../src/core/domain/window-draft.ts";
import { wallOf } from "../../src/core/domain/zoned-time.ts";
import type { Log } from "../../src/core/ports/log.ts";
import { defaultPreferences, type PreferenceStore } from "../../src/core/ports/preferences.ts";

/** The real backend over a real file, with a clock and rounds that the test turns by hand. */
export type TestApp = {
  readonly app: Forewarn;
  readonly folder: string;
  now(): Instant;
  /** Sets the clock that people set; the one nobody can goes on as it was. In milliseconds, negative for back. */
  setClockBy(milliseconds: number): void;
  /**
   * Lets time pass and makes one round of the outbox at the end of it. What is on its way is waited for, looking so many
   * times: a few are enough where it is known not to come back.
   */
  pass(milliseconds: number, looks?: number): Promise<void>;
  /** Closes and opens the same file again, as after a restart; `meanwhile` is what happens to it in between. */
  reopen(meanwhile?: () => void): Promise<void>;
  close(): Promise<void>;
};

export type TestAppOptions = {
  /** An empty folder for its data; one of its own otherwise. */
  readonly folder?: string;
  readonly now?: Instant;
  readonly slackApiUrl?: string | null;
  readonly graphUrl?: string | null;
  readonly microsoftLoginUrl?: string | null;
  /** The log for its folder; none otherwise. */
  readonly logIn?: (folder: string) => Log;
};

/** Monday 23 November 2026, 09:00 in London. */
const testNow: Instant = Date.UTC(2026, 10, 23, 9);

const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export async function openTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "forewarn-test-"));
  const secrets = memorySecrets();
  const preferences = memoryPreferences();
  let now = options.now ?? testNow;
  let setBy = 0;
  let tick = (): void => undefined;

  const open = (): Promise<Backend> =>
    openBackend({
      dataFolder: folder,
      file: join(folder, "workspace.forewarn"),
      secrets,
      preferences,
      log: options.logIn?.(folder) ?? silentLog,
      clock: { now: () => now + setBy, elapsed: () => now },
      ids: systemIds,
      ticker: {
        every(_milliseconds, callback) {
          tick = callback;
          return () => {
            tick = () => undefined;
          };
        },
      },
      environment: {
        slackApiUrl: options.slackApiUrl ?? null,
        graphUrl: options.graphUrl ?? null,
        microsoftLoginUrl: options.microsoftLoginUrl ?? null,
      },
    });

  let backend = await open();
  return {
    get app() {
      return backend.app;
    },
    folder,
    now: () => now + setBy,
    setClockBy(milliseconds) {
      setBy += milliseconds;
    },
    async pass(milliseconds, looks = 400) {
      now += milliseconds;
      await round(backend.app, tick, looks);
    },
    async reopen(meanwhile = () => undefined) {
      await backend.close();
      meanwhile();
      backend = await open();
    },
    async close() {
      await backend.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One round, until nothing is on its way any more, or it was looked at so many times. */
async function round(app: Forewarn, tick: () => void, looks: number): Promise<void> {
  for (let attempt = 0; attempt < looks; attempt += 1) {
    tick();
    await new Promise((resolve) => setTimeout(resolve, 5));
    const { sending, due, approved } = app.outbox.view().counts;
    if (sending === 0 && (due === 0 || attempt > 20) && (approved === 0 || attempt > 3)) return;
  }
}

function memoryPreferences(): PreferenceStore {
  let preferences = defaultPreferences;
  return {
    get: () => preferences,
    async set(next) {
      preferences = next;
    },
  };
}

/** The value of an answer, or a failed test with the refusal's words. */
export function granted<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`Refused (${answer.refusal.code}): ${answer.refusal.message}`);
  return answer.value;
}

/** A workspace made from the HIE platform example, in practice mode. */
export async function makeExampleWorkspace(test: TestApp, exampleId = "hie-platform"): Promise<void> {
  granted(
    await test.app.workspaces.create({
      name: "HIE platform",
      zone: "Europe/London",
      exampleId,
      coordinator: { name: "Release coordinator", email: "coordinator@example.org" },
    }),
  );
}

/** A complete draft of a window that starts so many minutes from now. */
export function draftIn(test: TestApp, minutes: number, length: number, changes: Partial<WindowDraft> = {}): WindowDraft {
  const { changeTypes, services } = test.app.directory.all();
  const zone = "Europe/London";
  const changeType = changeTypes.find(({ name }) => /infra/iu.test(name)) ?? changeTypes[0];
  return {
    title: "Resize the cluster's nodes",
    changeTypeId: changeType?.id ?? "",
    serviceIds: services.slice(0, 1).map(({ id }) => id),
    zone,
    start: { wall: wallOf(test.now() + minutes * minute, zone), occurrence: null },
    end: { wall: wallOf(test.now() + (minutes + length) * minute, zone), occurrence: null },
    impact: "outage",
    expectedDowntimeMinutes: 10,
    customersAffected: true,
    reason: "The nodes need more memory for the winter's load",
    effect: "The platform is down for up to 10 minutes. Saved data is safe.",
    toDo: "",
    rollbackPlan: "We go back to the old nodes within 20 minutes.",
    lead: "DevOps engineer",
    engineers: [],
    communicationOwner: "Release coordinator",
    references: [],
    // What starts soon is told of later than promised.
    shortNotice: { reason: "The nodes run out of memory this week", approver: "Head of operations" },
    ...changes,
  };
}
