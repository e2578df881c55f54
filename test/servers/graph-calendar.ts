import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type GraphHandler, graphError } from "./graph-handler.ts";
import type { VendorCheck } from "./graph-schemas.ts";

const utc = z.strictObject({
  dateTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/u),
  timeZone: z.literal("UTC"),
});
const changes = z.strictObject({
  subject: z.string().min(1).max(255),
  body: z.strictObject({ contentType: z.literal("text"), content: z.string() }),
  start: utc,
  end: utc,
  showAs: z.enum(["free", "tentative", "busy", "oof", "workingElsewhere", "unknown"]),
});
const creation = changes.extend({
  isReminderOn: z.boolean(),
  transactionId: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u),
  singleValueExtendedProperties: z.array(
    z.strictObject({ id: z.string().regex(/^String \{[0-9a-f-]{36}\} Name \w+$/u), value: z.string().min(1) }),
  ),
});

export type CalendarEvent = z.infer<typeof creation> & { readonly id: string };

/** Calendars a person sees, and their events; one with a transaction id that is there already is not made again. */
export class Calendars {
  readonly all = [
    { id: "cal-own", name: "Calendar", canEdit: true, owner: { name: "Release coordinator" } },
    { id: "cal-changes", name: "Production changes", canEdit: true, owner: { name: "Platform" } },
    { id: "cal-read", name: "Holidays", canEdit: false, owner: { name: "Human resources" } },
  ];
  events: CalendarEvent[] = [];
  readonly #vendorCheck: VendorCheck;

  constructor(vendorCheck: VendorCheck) {
    this.#vendorCheck = vendorCheck;
  }

  readonly list: GraphHandler = () => ({ status: 200, body: { value: this.all } });

  readonly create: GraphHandler = ({ path: [, , calendarId], body }) => {
    const calendar = this.all.find(({ id }) => id === calendarId);
    if (calendar === undefined) return graphError(404, "ErrorItemNotFound", "Not found");
    if (!calendar.canEdit) return graphError(403, "ErrorAccessDenied", "Access is denied");
    const misfit = this.#vendorCheck("event", body);
    if (misfit !== null) return graphError(400, "BadRequest", misfit);
    const read = creation.safeParse(body);
    if (!read.success) return graphError(400, "BadRequest", z.prettifyError(read.error));
    if (read.data.start.dateTime > read.data.end.dateTime)
      return graphError(400, "ErrorInvalidRequest", "The end is before the start");
    if (this.events.some(({ transactionId }) => transactionId === read.data.transactionId)) {
      return graphError(409, "ErrorDuplicateTransactionId", "The transaction id is there already");
    }
    const made = { ...read.data, id: randomUUID() };
    this.events.push(made);
    return { status: 201, body: shown(made) };
  };

  readonly find: GraphHandler = ({ query }) => {
    const match =
      /^singleValueExtendedProperties\/Any\(ep: ep\/id eq '((?:[^']|'')+)' and ep\/value eq '((?:[^']|'')+)'\)$/u.exec(
        query.get("$filter") ?? "",
      );
    if (match === null) return graphError(400, "BadRequest", "A filter Graph can't read");
    const [id, value] = [match[1]?.replaceAll("''", "'"), match[2]?.replaceAll("''", "'")];
    const found = this.events.filter(({ singleValueExtendedProperties }) =>
      singleValueExtendedProperties.some((one) => one.id === id && one.value === value),
    );
    return { status: 200, body: { value: found.map(shown) } };
  };

  readonly get: GraphHandler = ({ path }) => {
    const found = this.events.find(({ id }) => id === path.at(-1));
    return found === undefined ? graphError(404, "ErrorItemNotFound", "Not found") : { status: 200, body: shown(found) };
  };

  readonly update: GraphHandler = ({ path, body }) => {
    const found = this.events.find(({ id }) => id === path.at(-1));
    if (found === undefined) return graphError(404, "ErrorItemNotFound", "Not found");
    const read = changes.safeParse(body);
    if (!read.success) return graphError(400, "BadRequest", z.prettifyError(read.error));
    Object.assign(found, read.data);
    return { status: 200, body: shown(found) };
  };
}

/** As Graph shows it: with seven digits of a second, and without what was not asked for. */
function shown({ id, subject, start, end }: CalendarEvent) {
  const long = ({ dateTime, timeZone }: CalendarEvent["start"]) => ({ dateTime: `${dateTime}0000`, timeZone });
  return { id, subject, start: long(start), end: long(end), webLink: `https://outlook.office365.com/owa/?itemid=${id}` };
}
