// Plans one window for 200 customers and drafts its announcement to each, again and again. Prints the times in milliseconds.
import { createHolidayCalendar } from "../../../src/adapters/holidays/date-holidays.ts";
import { renderCalendarFile } from "../../../src/adapters/rendering/calendar-file.ts";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { defaultTemplates } from "../../../src/backend/resources.ts";
import { type DraftContext, renderAndCheck, renderEveryForm, templateFor } from "../../../src/core/app/notices/drafting.ts";
import type { Directory } from "../../../src/core/domain/directory.ts";
import { day } from "../../../src/core/domain/instant.ts";
import { planNotices } from "../../../src/core/domain/planning/plan.ts";
import { aContact, aCustomer, aDirectory, aWorkspace } from "../../builders/directory.ts";
import { sampleRule } from "../../builders/samples.ts";
import { aWindow } from "../../builders/window.ts";

const customers = 200;
const [warmUp = 3, runs = 9] = process.argv.slice(2).map(Number);

/** Four places with their own clocks and holidays, as the customers of one platform live in a handful. */
const places = [
  { zone: "Europe/London", holidayRegion: "GB-ENG" },
  { zone: "America/New_York", holidayRegion: "US-NY" },
  { zone: "Europe/Copenhagen", holidayRegion: "DK" },
  { zone: "Asia/Singapore", holidayRegion: "SG" },
];

function largeDirectory(): Directory {
  const directory = aDirectory();
  const numbers = Array.from({ length: customers }, (_, index) => index + 1);
  const customerIds = numbers.map((number) => `customer-${number}`);
  return {
    ...directory,
    audiences: directory.audiences.map((audience) => (audience.id === "customers" ? { ...audience, customerIds } : audience)),
    customers: numbers.map((number) =>
      aCustomer({
        id: `customer-${number}`,
        name: `Hospital ${number}`,
        contactIds: [`contact-${number}`],
        ...places[number % places.length],
      }),
    ),
    contacts: [
      ...directory.contacts,
      ...numbers.map((number) =>
        aContact({ id: `contact-${number}`, name: `IT manager ${number}`, email: `it-${number}@example.org`, slackId: null }),
      ),
    ],
  };
}

const holidays = await createHolidayCalendar().load();
const workspace = aWorkspace();
const directory = largeDirectory();
const now = aWindow().createdAt;
const ruleFor = { audienceId: "customers", channelIds: ["mail"] };
const rules = [
  sampleRule({ ...ruleFor, id: "rule-1" }),
  sampleRule({ ...ruleFor, id: "rule-2", stage: "reminder", promised: null }),
  sampleRule({ ...ruleFor, id: "rule-3", stage: "start", timing: { kind: "start" }, promised: null }),
  sampleRule({ id: "rule-4", audienceId: "engineers", channelIds: ["eng", "team"], promised: null }),
  sampleRule({ id: "rule-5", audienceId: "board", channelIds: ["mail"], promised: null }),
];
const rendering = { renderer: createMessageRenderer(), calendarFile: renderCalendarFile };

type Times = { readonly plan: number; readonly drafts: number; readonly preview: number };

/** Each time in other words, as after an edit: nothing that was written before is of use. */
function once(run: number): Times {
  const window = aWindow({ title: `Resize the worker nodes, part ${run}` });
  if (window.start.at - now < 10 * day) throw new Error("The window starts too soon for a usual plan.");
  const begun = performance.now();
  const plan = planNotices({ window, rules, directory, workspace, holidays, told: [], now });
  const planned = performance.now();
  const notice = plan.find(({ stage, audienceId }) => stage === "announce" && audienceId === "customers");
  if (notice?.recipients.length !== customers) throw new Error(`The announcement has ${notice?.recipients.length} recipients.`);
  const context: DraftContext = { notice, window, plan, directory, workspace, told: [], templates: [], now };
  const { subject, body } = templateFor(context, notice, defaultTemplates);
  const draft = { subject, body };
  const { renderings } = renderAndCheck(rendering, context, draft);
  const drafted = performance.now();
  const [first] = renderings;
  if (first === undefined || renderings.length !== customers) throw new Error(`There are ${renderings.length} drafts.`);
  renderEveryForm(rendering.renderer, draft, first.facts, "");
  const previewed = performance.now();
  return { plan: planned - begun, drafts: drafted - planned, preview: previewed - drafted };
}

const all = Array.from({ length: warmUp + runs }, (_, run) => once(run));
process.stdout.write(JSON.stringify({ first: all[0], runs: all.slice(warmUp) }));
