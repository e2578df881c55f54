import type { CalendarFeed } from "../domain/calendar/calendar-feed.ts";
import type { WindowProposal } from "../domain/calendar/window-proposal.ts";
import type { Freeze } from "../domain/conflicts/freeze.ts";
import type { ConnectionKind } from "../domain/connection-kind.ts";
import type { Counterpart } from "../domain/counterpart.ts";
import type { Delivery, DeliveryLine, DeliveryStateKind } from "../domain/delivery.ts";
import type { Audience, ChangeType, Channel, Contact, Customer, Directory, Service, Workspace } from "../domain/directory.ts";
import type { Instant } from "../domain/instant.ts";
import type { Rule, Stage } from "../domain/matrix.ts";
import type { Template } from "../domain/message.ts";
import type { Notice, NoticeState } from "../domain/notice.ts";
import type { Series } from "../domain/recurrence/series.ts";
import type { SendingPause, SendingPauseKind } from "../domain/sending/sending-pause.ts";
import type { TemplateVersion } from "../domain/template-version.ts";
import type { UnplannedOutage } from "../domain/uptime/unplanned-outage.ts";
import type { Impact, Outcome, Window } from "../domain/window.ts";
import type { AuditEntry, AuditLog } from "./audit-log.ts";
import type { Listed, ListedKind } from "./connector.ts";

/** A window as lists and calendars need it: narrow, so that years of them are quick. */
export type WindowSummary = {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly changeTypeId: string;
  readonly serviceIds: readonly string[];
  readonly impact: Impact;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly outcome: Outcome["kind"];
  readonly revision: number;
  readonly customersAffected: boolean;
  /** The lead first, then the engineers. */
  readonly people: readonly string[];
  /** The change or series it belongs to, or null. */
  readonly groupId: string | null;
};

/** A notice as Today and the calendar need it. */
export type NoticeSummary = {
  readonly id: string;
  readonly windowId: string;
  readonly stage: Stage;
  readonly audienceId: string;
  readonly dueAt: Instant;
  readonly latestUsefulAt: Instant;
  readonly state: NoticeState["kind"];
};

/** A message in the practice mailbox, as it would have arrived. */
export type PracticeMessage = {
  readonly id: string;
  readonly threadId: string;
  readonly deliveryId: string;
  readonly windowId: string;
  readonly at: Instant;
  readonly channelKind: Channel["kind"];
  readonly channelName: string;
  readonly customerId: string | null;
  readonly recipients: Delivery["recipients"];
  readonly content: Delivery["content"];
};

/** How a connection is set up, without its secret. */
export type ConnectionSettings = {
  readonly kind: ConnectionKind;
  /** Another address of the provider's API (sovereign cloud, gateway), or null for the usual one. */
  readonly apiUrl: string | null;
  /** What the last check said, for the person; empty before the first. */
  readonly account: string;
  readonly checkedAt: Instant | null;
  /** What else was filled in, by the names of its connector's fields; no secrets. */
  readonly values: Readonly<Record<string, string>>;
  /** When something was last done by it that the system took. */
  readonly lastSuccessAt: Instant | null;
  /** Until when the sign-in holds; null where it has no end or does not say. */
  readonly expiresAt: Instant | null;
  /** Since when and why nothing goes this way, until somebody signs in again; null while it works. */
  readonly paused: { readonly since: Instant; readonly why: string } | null;
};

/** Which list of a provider's: `within` is the team it was asked for within, or null. */
export type ListName = { readonly kind: ConnectionKind; readonly what: ListedKind; readonly within: string | null };
/** What a provider listed when it was last asked. */
export type KeptListed = Listed & { readonly fetchedAt: Instant };

/** Reading a workspace. Everything is synchronous and sees one consistent state. */
export interface ReadStore {
  workspace(): Workspace | null;
  directory(): Directory;
  rules(): readonly Rule[];
  /** Templates a workspace changed; the others are the defaults. */
  templates(): readonly Template[];
  /** The newest version of each template that ever had one of the workspace's own. */
  newestTemplateVersions(): readonly TemplateVersion[];
  /** The newest first. */
  templateVersions(stage: Stage, voice: Template["voice"], limit: number): readonly TemplateVersion[];
  templateVersion(stage: Stage, voice: Template["voice"], number: number): TemplateVersion | null;
  connections(): readonly ConnectionSettings[];
  /** What a provider listed when it was last asked, by name. */
  keptList(name: ListName): readonly KeptListed[];
  counterpart(id: string): Counterpart | null;
  counterpartsOf(windowId: string): readonly Counterpart[];
  /** Ids of those on which something is to be done by now: behind, in doubt, or of a window that changed since. */
  counterpartIdsToDo(now: Instant, limit: number): readonly string[];
  counterpartIdsIn(state: Counterpart["state"]["kind"]): readonly string[];
  /** Ids of counterparts of windows that end after `from`, for a look at what is held. */
  counterpartIdsSince(from: Instant): readonly string[];
  /** Why nothing is sent for the time being; empty when sending goes on. */
  sendingPauses(): readonly SendingPause[];

  window(id: string): Window | null;
  /** Windows that overlap `[from, to)`, by start. */
  windowsBetween(from: Instant, to: Instant): readonly WindowSummary[];
  /** Open windows that have started, by start. */
  runningWindows(now: Instant): readonly WindowSummary[];
  /** Windows whose title or reference contains the words, newest first. */
  findWindows(words: string, limit: number): readonly WindowSummary[];
  /** Ids of open windows that end after `now`: those a change of the matrix concerns. */
  openWindowIds(now: Instant): readonly string[];
  windowCount(): number;
  /** The windows of one change or series, by start. */
  windowsOfGroup(groupId: string): readonly Window[];
  series(id: string): Series | null;
  allSeries(): readonly Series[];

  /** By start. */
  freezes(): readonly Freeze[];
  /** Those that overlap `[from, to)`, by start. */
  outagesBetween(from: Instant, to: Instant): readonly UnplannedOutage[];
  feeds(): readonly CalendarFeed[];
  /** The newest first. */
  proposals(state: WindowProposal["state"], limit: number): readonly WindowProposal[];
  proposal(id: string): WindowProposal | null;
  /** The last that was said under this UID. */
  proposalOf(uid: string): WindowProposal | null;

  notice(id: string): Notice | null;
  noticesOf(windowId: string): readonly Notice[];
  /** Open or approved notices due in `[from, to)`, by due time. */
  noticesDue(from: Instant, to: Instant, state: "open" | "approved", limit: number): readonly NoticeSummary[];

  /** Of the approved notices due in `[from, to)` those of which a message is known to have arrived. */
  noticeIdsHeard(from: Instant, to: Instant): ReadonlySet<string>;

  delivery(id: string): Delivery | null;
  deliveriesOf(windowId: string): readonly Delivery[];
  /** What a recipient (`recipientKey`) is known to have been told of a window, the last word first. */
  heardBy(windowId: string, recipient: string, limit: number): readonly DeliveryLine[];
  /**
   * Whether anything was approved to be sent, live, to a customer or to one of these channels, and not taken back. What a
   * person carries by hand does not count.
   */
  hasSentTo(channelIds: readonly string[]): boolean;
  deliveriesOfNotice(noticeId: string): readonly Delivery[];
  /** The deliveries of a notice that are in one of these states, in the order they were made. */
  deliveriesOfNoticeIn(noticeId: string, states: readonly DeliveryStateKind[]): readonly DeliveryLine[];
  deliveriesOfBatch(batchId: string): readonly Delivery[];
  /** How many deliveries of a batch there are, and how many of them are approved, due or sending. */
  batchProgress(batchId: string): { readonly total: number; readonly waiting: number };
  /** Deliveries in these states, the earliest `sendAt` first. */
  deliveriesIn(states: readonly DeliveryStateKind[], limit: number): readonly DeliveryLine[];
  /** Only their ids, the earliest `sendAt` first: messages are long, and lists that are looked at every second need not read them. */
  deliveryIdsIn(state: DeliveryStateKind, limit: number): readonly string[];
  /**
   * Deliveries in this state whose `sendAt` has come, the earliest first. Of the due ones only those an adapter carries:
   * what a person does by hand may wait for days and must not stand before what is to be sent.
   */
  deliveriesDue(
    state: "approved" | "due",
    until: Instant,
    limit: number,
    /** Channels whose deliveries are left out. */
    exceptChannels?: readonly string[],
  ): readonly DeliveryLine[];
  /** Held deliveries that go on by themselves by now. */
  deliveriesHeldUntil(now: Instant, limit: number): readonly DeliveryLine[];
  /** Unknown deliveries the provider is to be asked about by now. */
  deliveryIdsToLookFor(now: Instant, limit: number): readonly string[];
  /** Due deliveries that are claimed. */
  leasedDeliveryIds(limit: number): readonly string[];
  /** Due deliveries of manual channels: what a person is to do by hand, the earliest first. */
  deliveriesToDo(limit: number): readonly DeliveryLine[];
  /** The most recently settled first, for the outbox. */
  recentDeliveries(limit: number): readonly DeliveryLine[];
  deliveryCounts(): Readonly<Record<DeliveryStateKind, number>>;

  practiceMessages(limit: number): readonly PracticeMessage[];
  audit(filter: { readonly subjectId?: string; readonly limit: number }): readonly AuditEntry[];
}

/** Changing a workspace, inside one transaction. */
export interface WriteStore extends ReadStore {
  saveWorkspace(workspace: Workspace): void;
  /** Gives the next running number of windows in a year, starting at 1. */
  nextReferenceNumber(year: number): number;
  saveService(service: Service): void;
  saveChangeType(changeType: ChangeType): void;
  saveAudience(audience: Audience): void;
  saveCustomer(customer: Customer): void;
  saveContact(contact: Contact): void;
  saveChannel(channel: Channel): void;
  remove(kind: DirectoryKind, id: string): void;
  saveRule(rule: Rule): void;
  removeRule(id: string): void;
  saveTemplate(template: Template): void;
  removeTemplate(stage: Template["stage"], voice: Template["voice"]): void;
  /** Adds it under the next number. Versions are never changed or removed. */
  addTemplateVersion(version: Omit<TemplateVersion, "number">): void;
  saveConnection(settings: ConnectionSettings): void;
  /** Notes that the system took or told something by this connection; one that is not set up has nothing to note. */
  connectionWorked(kind: ConnectionKind, at: Instant): void;
  removeConnection(kind: ConnectionKind): void;
  keepListed(name: ListName, listed: KeptListed): void;
  forgetList(name: ListName): void;
  /** All of a provider's. */
  forgetLists(kind: ConnectionKind): void;
  /** With the window as it stood when the counterpart was last brought in step: whatever changes after it is to be done. */
  saveCounterpart(counterpart: Counterpart, settledFor?: Pick<Window, "revision" | "outcome">): void;
  removeCounterpart(id: string): void;
  pauseSending(pause: SendingPause): void;
  resumeSending(kind: SendingPauseKind): void;
  saveWindow(window: Window): void;
  saveSeries(series: Series): void;
  saveFreeze(freeze: Freeze): void;
  removeFreeze(id: string): void;
  saveOutage(outage: UnplannedOutage): void;
  removeOutage(id: string): void;
  saveFeed(feed: CalendarFeed): void;
  removeFeed(id: string): void;
  saveProposal(proposal: WindowProposal): void;
  saveNotice(notice: Notice): void;
  saveDelivery(delivery: Delivery): void;
  savePracticeMessage(message: PracticeMessage): void;
  appendAudit(entry: Omit<AuditEntry, "sequence" | "hash">): void;
}

export type DirectoryKind = "service" | "changeType" | "audience" | "customer" | "contact" | "channel";
export const directoryKinds = [
  "service",
  "changeType",
  "audience",
  "customer",
  "contact",
  "channel",
] as const satisfies readonly DirectoryKind[];

/** The workspace's file. One writer; readers see committed state. */
export interface Store {
  /** True when this process may read only: a second process, or a file from a newer version. */
  readonly readOnly: { readonly reason: string } | null;
  /** Where the file lies, for the person. */
  readonly location: string;
  readonly auditLog: AuditLog;
  read<T>(work: (store: ReadStore) => T): T;
  /**
   * Commits what `work` did, all or nothing, durably before it returns. Throws what `work` throws, and StorageTrouble (as
   * `read` does) when the file or its disk does not allow it: nothing was kept then.
   */
  write<T>(work: (store: WriteStore) => T): T;
  /** Writes something to the disk that changes nothing. Throws StorageTrouble as long as nothing can be written. */
  probe(): void;
  /** Lets nobody write from now on, for this reason; null lets them again. For the moments in which a backup takes the file's place. */
  hold(reason: string | null): void;
  /** For a process that only reads: whether another one changed the file, or put another in its place, since this was asked last. */
  news(): "none" | "changed" | "replaced";
  close(): void;
}
