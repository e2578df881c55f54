import { createGraphConnection } from "../adapters/graph/graph-connection.ts";
import { createHolidayCalendar } from "../adapters/holidays/date-holidays.ts";
import { createPolicyReader } from "../adapters/policy-reader/create-policy-reader.ts";
import { createPracticeMessenger } from "../adapters/practice/practice-messenger.ts";
import { renderCalendarFile } from "../adapters/rendering/calendar-file.ts";
import { createMessageRenderer } from "../adapters/rendering/message-renderer.ts";
import { createSlackConnection } from "../adapters/slack/slack-connection.ts";
import { openStore } from "../adapters/sqlite/open-store.ts";
import { createChanges } from "../core/app/changes.ts";
import { createForewarn } from "../core/app/forewarn.ts";
import type { Store } from "../core/ports/store.ts";
import type { Backend, BackendOptions } from "./backend.ts";
import { defaultTemplates, examples } from "./resources.ts";

/** How often the outbox looks whether something is due. */
const roundMilliseconds = 1_000;

/** The workspace's file could not be used. The message says where it is kept and what to do; nothing was lost. */
class WorkspaceUnusable extends Error {
  override readonly name = "WorkspaceUnusable";
}

/** Opens the application on one workspace file: the same parts for both hosts, put together in one place. */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const { clock, ids, log } = options;
  const store = openOrExplain(options);
  const changes = createChanges();
  const { app, rounds } = createForewarn({
    ...options,
    store,
    changes,
    holidays: createHolidayCalendar(),
    renderer: createMessageRenderer(),
    calendarFile: renderCalendarFile,
    policyReader: createPolicyReader(),
    practice: createPracticeMessenger({ keep: keepIn(store, changes) }, clock, ids),
    connectionFactories: {
      slack: (settings) => createSlackConnection(settings, clock.now),
      graph: (settings) => createGraphConnection(settings, clock.now),
    },
    environmentUrls: { slack: options.environment.slackApiUrl, graph: options.environment.graphUrl },
    defaultTemplates,
    examples,
  });

  rounds.start();
  let round = Promise.resolve();
  const stop = options.ticker.every(roundMilliseconds, () => {
    round = rounds.tick().catch((error: unknown) => {
      log.error({ error: error instanceof Error ? (error.stack ?? error.message) : "unknown" }, "A round of the outbox failed");
    });
  });
  return {
    app,
    async close() {
      stop();
      await round;
      store.close();
    },
  };
}

function openOrExplain({ file, log, clock }: BackendOptions): Store {
  const opened = openStore({ file, clock });
  switch (opened.kind) {
    case "open":
      return opened.store;
    case "damaged": {
      log.error({ setAsideTo: opened.setAsideTo }, "The workspace's file is damaged");
      const backup =
        opened.newestBackup === null
          ? "There is no backup of it."
          : `The newest backup is ${opened.newestBackup}: copy it to ${file} and start again.`;
      throw new WorkspaceUnusable(
        `The workspace's file is damaged. It was set aside whole as ${opened.setAsideTo}. ${backup} Nothing was sent.`,
      );
    }
    case "unavailable":
      throw new WorkspaceUnusable(`${opened.reason} Nothing was changed and nothing was sent.`);
  }
}

function keepIn(store: Store, changes: ReturnType<typeof createChanges>): Parameters<typeof createPracticeMessenger>[0]["keep"] {
  return (message) => {
    store.write((writing) => writing.savePracticeMessage(message));
    changes.emit({ topic: "practice" });
  };
}
