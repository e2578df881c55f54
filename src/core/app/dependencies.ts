import type { ConnectionKind, MessagingKind } from "../domain/connection-kind.ts";
import type { Carrier } from "../domain/delivery.ts";
import type { ExampleWorkspace } from "../domain/example-workspace.ts";
import type { Template } from "../domain/message.ts";
import type { BrowserOpener } from "../ports/browser-opener.ts";
import type { CalendarFileRenderer, CalendarRenderer } from "../ports/calendar-file.ts";
import type { CalendarReader } from "../ports/calendar-reader.ts";
import type { Clock } from "../ports/clock.ts";
import type { Connector } from "../ports/connector.ts";
import type { FeedFiles, FeedSecrets } from "../ports/feed-keeping.ts";
import type { HolidayCalendar } from "../ports/holiday-calendar.ts";
import type { Ids } from "../ports/ids.ts";
import type { Log } from "../ports/log.ts";
import type { MessageRenderer } from "../ports/message-renderer.ts";
import type { Messenger } from "../ports/messenger.ts";
import type { PolicyReader } from "../ports/policy-reader.ts";
import type { PreferenceStore } from "../ports/preferences.ts";
import type { Secrets } from "../ports/secrets.ts";
import type { Store } from "../ports/store.ts";
import type { WorkspaceFiles } from "../ports/workspace-files.ts";
import type { Changes } from "./changes.ts";

/** Everything the use cases need from outside, handed in by the backend. */
export type Dependencies = {
  readonly store: Store;
  readonly files: WorkspaceFiles;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly changes: Changes;
  readonly holidays: HolidayCalendar;
  readonly renderer: MessageRenderer;
  readonly calendarFile: CalendarFileRenderer;
  readonly calendar: CalendarRenderer;
  readonly calendarReader: CalendarReader;
  readonly feedSecrets: FeedSecrets;
  readonly feedFiles: FeedFiles;
  readonly policyReader: PolicyReader;
  readonly secrets: Secrets;
  readonly browser: BrowserOpener;
  readonly preferences: PreferenceStore;
  readonly practice: Messenger;
  /** One for each kind of connection. */
  readonly connectors: readonly Connector[];
  /** Addresses from the environment, which win over the usual ones and lose to a setting. */
  readonly environmentUrls: Readonly<Partial<Record<ConnectionKind, string | null>>>;
  readonly defaultTemplates: readonly Template[];
  readonly examples: readonly ExampleWorkspace[];
};

/** Carriers that need a connection. */
export function connectionOf(carrier: Carrier): MessagingKind | null {
  return carrier === "slack" || carrier === "graph" ? carrier : null;
}
