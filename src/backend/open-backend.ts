import { createCalendarReader } from "../adapters/calendar-import/import-thread.ts";
import { datadogConnector } from "../adapters/datadog/datadog-connector.ts";
import { folderFeedFiles } from "../adapters/feed-files/folder-feed-files.ts";
import { githubConnector } from "../adapters/github/github-connector.ts";
import { graphConnector } from "../adapters/graph/graph-connector.ts";
import { createHolidayCalendar } from "../adapters/holidays/date-holidays.ts";
import { jiraConnector } from "../adapters/jira/jira-connector.ts";
import { pagerDutyConnector } from "../adapters/pagerduty/pagerduty-connector.ts";
import { createPolicyReader } from "../adapters/policy-reader/reading-thread.ts";
import { createPracticeMessenger } from "../adapters/practice/practice-messenger.ts";
import { renderCalendar, renderCalendarFile } from "../adapters/rendering/calendar-file.ts";
import { createMessageRenderer } from "../adapters/rendering/message-renderer.ts";
import { serviceNowConnector } from "../adapters/servicenow/service-now-connector.ts";
import { slackConnector } from "../adapters/slack/slack-connector.ts";
import { feedSecrets } from "../adapters/system/feed-secrets.ts";
import { webhookConnector } from "../adapters/webhook/webhook-connector.ts";
import { createChanges } from "../core/app/changes.ts";
import type { Dependencies } from "../core/app/dependencies.ts";
import { createForewarn } from "../core/app/forewarn.ts";
import type { BrowserOpener } from "../core/ports/browser-opener.ts";
import type { Store } from "../core/ports/store.ts";
import type { Backend, BackendOptions } from "./backend.ts";
import { defaultTemplates, examples } from "./resources.ts";
import { hostWorkspace } from "./workspace-host.ts";

/** How often the outbox looks whether something is due. */
const roundMilliseconds = 1_000;

/** Opens the application on one workspace file: the same parts for both hosts, put together in one place. */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const { clock, ids, log } = options;
  // One for as long as the process lives, whatever file is open: screens and notifications listen to it.
  const changes = createChanges();
  const shared = {
    ...options,
    changes,
    browser: options.browser ?? openedByThePage,
    holidays: createHolidayCalendar(),
    renderer: createMessageRenderer(),
    calendarFile: renderCalendarFile,
    calendar: renderCalendar,
    calendarReader: createCalendarReader(),
    feedSecrets,
    feedFiles: folderFeedFiles(options.dataFolder),
    policyReader: createPolicyReader(),
    connectors: [
      (now: () => number) => slackConnector(now, options.environment.slackApiUrl),
      (now: () => number) => graphConnector(now, options.environment.microsoftLoginUrl ?? null),
      pagerDutyConnector,
      serviceNowConnector,
      jiraConnector,
      datadogConnector,
      githubConnector,
      webhookConnector,
    ].map((connector) => connector(clock.now)),
    environmentUrls: { slack: options.environment.slackApiUrl, graph: options.environment.graphUrl },
    defaultTemplates,
    examples,
  } satisfies Omit<Dependencies, "store" | "files" | "practice">;
  const host = hostWorkspace(
    options,
    (store, files) =>
      createForewarn({
        ...shared,
        store,
        files,
        practice: createPracticeMessenger({ keep: keepIn(store, changes) }, clock, ids),
      }),
    () => changes.emit({ topic: "workspace" }),
  );

  let round = Promise.resolve();
  const stop = options.ticker.every(roundMilliseconds, () => {
    try {
      if (host.catchUp()) changes.emit({ topic: "workspace" });
    } catch (error) {
      log.warn({ error: wordsOf(error) }, "The file that is only read here could not be looked at");
    }
    round = host
      .check()
      .catch((error: unknown) => {
        host.current().rounds.cannotSend(notChecked);
        throw error;
      })
      .then(() => host.current().rounds.tick())
      .catch((error: unknown) => log.error({ error: wordsOf(error) }, "A round of the outbox failed"));
    return round;
  });
  return {
    get app() {
      return host.current().app;
    },
    async close() {
      stop();
      await host.current().rounds.halt();
      await round;
      await host.close();
    },
  };
}

/** A page may open another one only on a press, so it does that itself. */
const openedByThePage: BrowserOpener = { open: async () => false };

/** The reason is in the log: it may hold a path. */
const notChecked =
  "The workspace's file could not be checked after the start, so nothing is sent yet. Forewarn tries again every second; if this stays, close it and start it again.";

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : "unknown";
}

function keepIn(store: Store, changes: ReturnType<typeof createChanges>): Parameters<typeof createPracticeMessenger>[0]["keep"] {
  return (message) => {
    store.write((writing) => writing.savePracticeMessage(message));
    changes.emit({ topic: "practice" });
  };
}
