/** Every fact a template can name, and what it shows. Optional facts are absent where they do not apply. */
export const factNames = {
  "window.title": "What changes, as the window is called",
  "window.reference": "Our reference, which readers quote",
  "window.changeType": "The kind of change",
  "window.when": "Start and end with date, zone and offset, in the reader's zone",
  "window.whenLocal": "The same in the window's own zone, only where that is another one",
  "window.start": "The start with date and zone, in the reader's zone",
  "window.startBrief": "The start without the year, for a subject",
  "window.end": "The end with date and zone, in the reader's zone",
  "window.endBrief": "The end without the year, for a subject",
  "window.day": "The day of the start",
  "window.length": "How long the window is",
  "window.impact": "What happens to the service, to follow “will be” or “is”",
  "window.downtime": "The longest interruption to expect, only where it is shorter than the window",
  "window.reason": "Why it is done",
  "window.effect": "What readers will notice and what goes on working",
  "window.todo": "What readers must do, or that they need to do nothing",
  "window.rollback": "How it is undone if it goes wrong",
  "window.lead": "Who leads the work",
  "window.owner": "Who answers for what is communicated",
  "window.references": "Tickets and pages of this window, as links",
  "window.oldWhen": "The time this reader was told before, once it has changed",
  "window.oldEnd": "The end this reader was told before, once it has changed",
  "window.movedWhy": "Why the time changed",
  "window.endedAt": "When the work was over",
  "window.endedBrief": "When the work was over, without the year, for a subject",
  "window.punctuality": "How the end compares with the plan",
  "window.note": "What was said when the work was concluded or cancelled",
  "service.names": "The services that change",
  "service.brief": "The first service and how many more, for a subject",
  "service.is": "“is” or “are”, for the services",
  "service.has": "“has” or “have”, for the services",
  "service.status": "The status page of a service that has one, as a link",
  "customer.name": "The customer this goes to",
  "audience.name": "The audience this goes to",
  "audience.mentions": "The people and groups to call by name in chat",
  "told.day": "The day this reader was last told of it, only when that is so",
  "contact.point": "Whom to ask",
  "next.word": "When the reader hears next, only where the plan holds such a notice",
  "workspace.name": "The programme",
  "coordinator.name": "Who coordinates",
} as const satisfies Readonly<Record<string, string>>;

export type FactName = keyof typeof factNames;

/** Whether a template may use this name. Contacts are named by `mention` and their id. */
export function isFactName(name: string): boolean {
  return Object.hasOwn(factNames, name);
}
