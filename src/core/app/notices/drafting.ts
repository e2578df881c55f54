import { outsideCopy } from "../../domain/calendar/calendar-outside.ts";
import { seriesEntries } from "../../domain/calendar/calendar-series.ts";
import { type CheckInput, checkDraft } from "../../domain/checker.ts";
import type { OtherWindow } from "../../domain/checks/check-input.ts";
import { unsaidFacts } from "../../domain/checks/check-nine-facts.ts";
import { recipientKey } from "../../domain/delivery.ts";
import type { ChannelKind, Directory, Workspace } from "../../domain/directory.ts";
import { factsForEach } from "../../domain/facts.ts";
import { type Group, phaseNumber } from "../../domain/group.ts";
import { dressFor, type MailDress, noHouseStyle } from "../../domain/house-style.ts";
import { day, type Instant } from "../../domain/instant.ts";
import { mailRecipients } from "../../domain/mail-recipients.ts";
import type { Rule } from "../../domain/matrix.ts";
import type { Facts, Finding, Template } from "../../domain/message.ts";
import type { Draft, Notice, PlannedNotice } from "../../domain/notice.ts";
import { isOutsideChannel, readsOutside } from "../../domain/outside.ts";
import { placeOf } from "../../domain/place-of.ts";
import type { Told } from "../../domain/told.ts";
import type { Window } from "../../domain/window.ts";
import type { CalendarFileFor } from "../../ports/calendar-file.ts";
import type { Rendering } from "../../ports/message-renderer.ts";
import type { ReadStore } from "../../ports/store.ts";
import type { Dependencies } from "../dependencies.ts";
import { groupOf, toldOf } from "../groups/groups.ts";
import { workspaceIn } from "../workspace-in-use.ts";
import type { NoticeRecipient } from "./notices.ts";

/** Everything a notice's drafts are made from, read in one go. */
export type DraftContext = {
  readonly notice: PlannedNotice;
  readonly window: Window;
  readonly plan: readonly PlannedNotice[];
  readonly directory: Directory;
  readonly workspace: Workspace;
  readonly told: readonly Told[];
  readonly group?: Group | null;
  readonly rules?: readonly Rule[];
  readonly templates: readonly Template[];
  /** Other windows of these weeks, whose words may be left over in a copied text. */
  readonly others?: readonly OtherWindow[];
  readonly now: Instant;
  /** Whether it would be the first message of a live workspace that people outside read. */
  readonly isFirstOutside?: boolean;
};

export function gatherDraftContext(store: ReadStore, notice: PlannedNotice, window: Window, now: Instant): DraftContext {
  const group = groupOf(store, window);
  const directory = store.directory();
  const workspace = workspaceIn(store);
  return {
    notice,
    window,
    plan: store.noticesOf(window.id).filter((other) => other.state.kind === "open" || other.state.kind === "approved"),
    directory,
    workspace,
    told: toldOf(store, window, group),
    group,
    rules: store.rules(),
    templates: store.templates(),
    others: othersNear(store, window),
    now,
    isFirstOutside: workspace.mode === "live" && goesOutside(notice, directory) && !hasToldOutside(store, directory),
  };
}

/** Where a text was copied from, most likely: windows of the weeks around it, the nearest first. */
function othersNear(store: ReadStore, { id, start }: Window): readonly OtherWindow[] {
  return store
    .windowsBetween(start.at - 14 * day, start.at + 14 * day)
    .filter((other) => other.id !== id)
    .sort((one, other) => Math.abs(one.startAt - start.at) - Math.abs(other.startAt - start.at))
    .slice(0, 50);
}

function goesOutside({ recipients, audienceId }: PlannedNotice, { audiences, channels }: Directory): boolean {
  const audience = audiences.find(({ id }) => id === audienceId);
  return recipients.some((recipient) =>
    readsOutside(
      recipient,
      audience,
      channels.find(({ id }) => id === recipient.channelId),
    ),
  );
}

function hasToldOutside(store: ReadStore, { channels }: Directory): boolean {
  return store.hasSentTo(channels.filter(isOutsideChannel).map(({ id }) => id));
}

/** The template in effect for a stage and voice: the workspace's own, else the default. */
export function templateFor(
  context: Pick<DraftContext, "templates">,
  notice: Pick<PlannedNotice, "stage" | "voice">,
  defaults: readonly Template[],
): Template {
  const fits = (template: Template): boolean => template.stage === notice.stage && template.voice === notice.voice;
  const template = context.templates.find(fits) ?? defaults.find(fits);
  if (template === undefined) throw new Error(`No template for ${notice.stage}, ${notice.voice}`);
  return template;
}

/** The text a notice has now: what somebody wrote, else its template. */
export function draftInEffect(notice: Notice, context: DraftContext, defaults: readonly Template[]): Draft {
  if (notice.draft !== null) return notice.draft;
  const { subject, body } = templateFor(context, notice, defaults);
  return { subject, body };
}

/**
 * The recipients of a notice with their names, as Compose lists them and deliveries are made of them. Two channels that
 * lead to the same place are one: nobody gets a notice twice.
 */
export function recipientsOf(notice: PlannedNotice, directory: Directory): readonly NoticeRecipient[] {
  const channels = new Map(directory.channels.map((channel) => [channel.id, channel]));
  const customers = new Map(directory.customers.map((customer) => [customer.id, customer]));
  const places = new Set<string>();
  return notice.recipients.flatMap((recipient) => {
    const channel = channels.get(recipient.channelId);
    if (channel === undefined) return [];
    const place = placeOf(channel, recipient.customerId);
    if (places.has(place)) return [];
    places.add(place);
    return [
      {
        ...recipient,
        key: recipientKey(recipient),
        channelName: channel.name,
        channelKind: channel.kind,
        customerName: recipient.customerId === null ? null : (customers.get(recipient.customerId)?.name ?? null),
        to:
          channel.kind === "mail"
            ? mailRecipients(recipient, notice.audienceId, directory).map(({ name, email }) => ({ name, email }))
            : [],
      },
    ];
  });
}

/** One recipient's message with the facts it was made from. */
export type RecipientRendering = { readonly recipient: NoticeRecipient; readonly facts: Facts; readonly rendering: Rendering };

/** Renders a draft for every recipient of a notice, and checks them all together. */
export function renderAndCheck(
  dependencies: Pick<Dependencies, "renderer" | "calendarFile">,
  context: DraftContext,
  draft: Draft,
): {
  readonly renderings: readonly RecipientRendering[];
  readonly findings: readonly Finding[];
  /** Which of the nine facts somebody is not told: advice to whoever writes it, and nothing that stands in the way. */
  readonly unsaid: readonly Finding[];
} {
  const recipients = recipientsOf(context.notice, context.directory);
  const hasMail = recipients.some(({ channelKind }) => channelKind === "mail");
  const calendarFor = hasMail ? calendars(dependencies, context) : () => "";
  const factsOf = factsForEach(context);
  const renderings = recipients.map((recipient) => {
    const facts = factsOf(recipient);
    const calendar = recipient.channelKind === "mail" ? calendarFor(recipient.customerName) : "";
    const { channelKind, customerName } = recipient;
    const dress = channelKind === "mail" ? dressOf(context, facts, customerName) : undefined;
    return { recipient, facts, rendering: dependencies.renderer.render(draft, facts, channelKind, calendar, dress) };
  });
  const checked: CheckInput = {
    ...context,
    draft,
    voice: context.notice.voice,
    problems: renderings.flatMap(({ rendering }) => rendering.problems),
    renderings: renderings.map(({ recipient, rendering }) => ({
      recipient,
      channelKind: recipient.channelKind,
      customerName: recipient.customerName,
      subject: rendering.message.subject,
      text: rendering.message.text,
      struckOut: rendering.message.struckOut ?? [],
      content: rendering.message.content,
    })),
  };
  const findings = checkDraft(checked);
  return { renderings, findings, unsaid: unsaidFacts(checked, findings) };
}

/** The .ics of a window for each of its readers: a customer by name, or null inside the organisation. */
export function calendars(
  dependencies: Pick<Dependencies, "calendarFile">,
  {
    notice,
    window,
    group,
    workspace,
    directory,
    now,
  }: Pick<DraftContext, "notice" | "window" | "group" | "workspace" | "directory" | "now">,
): (customerName: string | null) => string {
  const services = directory.services.filter((service) => window.serviceIds.includes(service.id));
  const phase = group?.kind === "change" ? phaseNumber(window, group.members) : null;
  const series = seriesEntries(window, notice.stage, group);
  // Most readers get the same words; where one is named, the others do not.
  const files = new Map<string, CalendarFileFor>();
  return (customerName) => {
    const customers = directory.customers.filter(({ name }) => name === customerName);
    const isOutside = customerName !== null || notice.voice === "customer";
    const copy = (one: Window): Window => (isOutside ? outsideCopy(one, { workspace, directory, customers }) : one);
    const shown = [window, ...series.map((entry) => entry.window)].map(copy);
    const key = JSON.stringify(shown.map(({ title, effect, toDo, group: of }) => [title, effect, toDo, of]));
    const [whole = window, ...dates] = shown;
    const known = files.get(key);
    const file =
      known ??
      dependencies.calendarFile({
        window: whole,
        workspace,
        services,
        phase,
        series: series.map((entry, index) => ({ ...entry, window: dates[index] ?? entry.window })),
        now,
      });
    files.set(key, file);
    return file(customerName ?? workspace.name);
  };
}

/** What a mail of this notice wears for one reader: a customer by name, or null inside the organisation. */
export function dressOf(
  { workspace, notice }: Pick<DraftContext, "workspace" | "notice">,
  facts: Facts,
  customerName: string | null,
): MailDress {
  const isOutside = customerName !== null || notice.voice === "customer";
  return dressFor(workspace.houseStyle ?? noHouseStyle, workspace.name, isOutside, facts);
}

/** A draft in each of the four forms, for previews. */
export function renderEveryForm(
  renderer: Dependencies["renderer"],
  draft: Draft,
  facts: Facts,
  calendar: string,
  dress?: MailDress,
): Readonly<Record<"slack" | "teams" | "mail" | "manual", Rendering["message"]>> {
  const form = (kind: ChannelKind): Rendering["message"] => renderer.render(draft, facts, kind, calendar, dress).message;
  return { slack: form("slack"), teams: form("teamsChannel"), mail: form("mail"), manual: form("manual") };
}
