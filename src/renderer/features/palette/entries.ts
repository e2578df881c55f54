import type { WindowSummary } from "../../../core/ports/store.ts";
import {
  type Icon,
  IconAddressBook,
  IconCalendarEvent,
  IconCalendarShare,
  IconClipboardText,
  IconDatabase,
  IconFileImport,
  IconFlask,
  IconGauge,
  IconInfoCircle,
  IconListCheck,
  IconMoon,
  IconPlayerPause,
  IconPlugConnected,
  IconPlus,
  IconSend,
  IconSettings,
  IconSun,
  IconSunrise,
  IconTable,
  IconTemplate,
} from "../../ui/icons.ts";

/** One line of the palette. */
export type Entry = { readonly key: string; readonly label: string } & (
  | { readonly kind: "place"; readonly to: string; readonly hint: string; readonly icon: Icon }
  | { readonly kind: "scheme"; readonly to: "light" | "dark"; readonly hint: string; readonly icon: Icon }
  | { readonly kind: "window"; readonly to: string; readonly window: WindowSummary }
);

type Place = {
  readonly to: string;
  readonly label: string;
  readonly words: string;
  readonly hint: string;
  readonly icon: Icon;
};

/** Everywhere one can go, with other words a person may try. */
const places: readonly Place[] = [
  { to: "/windows/new", label: "New window", words: "plan change maintenance add create", hint: "Do", icon: IconPlus },
  { to: "/today", label: "Today", words: "home now due", hint: "Go to", icon: IconSunrise },
  { to: "/calendar", label: "Calendar", words: "month week agenda timeline", hint: "Go to", icon: IconCalendarEvent },
  { to: "/matrix", label: "Matrix", words: "policy rules", hint: "Go to", icon: IconTable },
  { to: "/import", label: "Paste a policy", words: "import markdown table matrix", hint: "Do", icon: IconClipboardText },
  {
    to: "/import/calendar",
    label: "Import a calendar",
    words: "ics csv file supplier maintenance notice proposals",
    hint: "Do",
    icon: IconFileImport,
  },
  { to: "/templates", label: "Templates", words: "text wording drafts", hint: "Go to", icon: IconTemplate },
  { to: "/uptime", label: "Uptime", words: "promised availability outage downtime sla", hint: "Go to", icon: IconGauge },
  { to: "/directory?kind=service", label: "Services", words: "directory", hint: "Directory", icon: IconAddressBook },
  { to: "/directory?kind=audience", label: "Audiences", words: "directory who told", hint: "Directory", icon: IconAddressBook },
  {
    to: "/directory?kind=customer",
    label: "Customers",
    words: "directory organisations",
    hint: "Directory",
    icon: IconAddressBook,
  },
  {
    to: "/directory?kind=contact",
    label: "People",
    words: "directory contacts groups",
    hint: "Directory",
    icon: IconAddressBook,
  },
  {
    to: "/directory?kind=channel",
    label: "Channels",
    words: "directory slack teams mail",
    hint: "Directory",
    icon: IconAddressBook,
  },
  { to: "/directory?kind=changeType", label: "Change types", words: "directory", hint: "Directory", icon: IconAddressBook },
  { to: "/outbox", label: "Outbox", words: "deliveries waiting unknown failed sent", hint: "Go to", icon: IconSend },
  {
    to: "/outbox?ask=pause",
    label: "Pause all sending",
    words: "stop hold outbox nothing leaves",
    hint: "Do",
    icon: IconPlayerPause,
  },
  { to: "/practice", label: "Practice mailbox", words: "messages arrived", hint: "Go to", icon: IconFlask },
  { to: "/settings?part=workspace", label: "Settings", words: "workspace zone name", hint: "Go to", icon: IconSettings },
  {
    to: "/settings?part=own-days",
    label: "Own days",
    words: "settings holidays half day closed working saturday calendar",
    hint: "Settings",
    icon: IconCalendarEvent,
  },
  { to: "/settings?part=mode", label: "Practice and live", words: "settings switch mode", hint: "Settings", icon: IconFlask },
  {
    to: "/settings?part=connections",
    label: "Connections",
    words: "settings slack teams outlook microsoft 365 token",
    hint: "Settings",
    icon: IconPlugConnected,
  },
  { to: "/settings?part=appearance", label: "Appearance", words: "settings theme week", hint: "Settings", icon: IconSun },
  {
    to: "/settings?part=feeds",
    label: "Calendar feeds",
    words: "settings subscribe ics webcal outlook google apple export",
    hint: "Settings",
    icon: IconCalendarShare,
  },
  { to: "/settings?part=backups", label: "Back up", words: "settings copy file", hint: "Settings", icon: IconDatabase },
  {
    to: "/agreement",
    label: "Agreement",
    words: "other systems pagerduty servicenow jira compare counterpart",
    hint: "Go to",
    icon: IconPlugConnected,
  },
  { to: "/audit", label: "Audit log", words: "history who did what verify chain export", hint: "Go to", icon: IconListCheck },
  { to: "/about", label: "About", words: "version licences data folder", hint: "Go to", icon: IconInfoCircle },
];

/** A clock time or the name of a day: what somebody types who means a window. */
const soundsLikeTime =
  /\d{1,2}[:.]\d{2}|\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\b(today|tomorrow|tonight)\b|\b\d{1,2} ?(am|pm)\b/iu;

/** What the typed words lead to, the likeliest first. Pure. */
export function entriesFor(words: string, windows: readonly WindowSummary[], scheme: "light" | "dark"): readonly Entry[] {
  const line = words.trim();
  const wanted = line.toLowerCase().split(/\s+/u).filter(Boolean);
  const other = scheme === "light" ? "dark" : "light";
  const said = /^plan(?:\s*:\s*|\s+)(?<line>\S.*)$/iu.exec(line)?.groups?.line ?? null;
  const toPlan = said ?? line;
  const isLine = soundsLikeTime.test(toPlan) && (said !== null || wanted.length > 1);

  const found: Entry[] = places
    .filter((place) => fits(`${place.label} ${place.words}`, wanted))
    .map((place) => ({ kind: "place", key: place.to, to: place.to, label: place.label, hint: place.hint, icon: place.icon }));
  // A word that begins the label means that label more than one found in its other words.
  found.sort((one, two) => startRank(one.label, line) - startRank(two.label, line));
  if (fits(`${other} colours theme appearance switch`, wanted)) {
    found.push({
      kind: "scheme",
      key: "scheme",
      to: other,
      label: `Switch to ${other} colours`,
      hint: "Do",
      icon: other === "dark" ? IconMoon : IconSun,
    });
  }
  const known: Entry[] =
    line === ""
      ? []
      : windows.map((window) => ({
          kind: "window",
          key: window.id,
          to: `/windows/${window.id}`,
          label: window.title,
          window,
        }));
  const typed: Entry[] =
    toPlan.length > 3
      ? [
          {
            kind: "place",
            key: "typed",
            to: `/windows/new?line=${encodeURIComponent(toPlan)}`,
            label: `Plan “${toPlan}”`,
            hint: "New window",
            icon: IconPlus,
          },
        ]
      : [];
  return isLine ? [...typed, ...known, ...found] : [...known, ...found, ...typed];
}

/** Whether a window, found for words typed before, still is one for these. */
export function isStillFound({ title, reference }: WindowSummary, words: string): boolean {
  return fits(`${title} ${reference}`, words.trim().toLowerCase().split(/\s+/u));
}

function fits(text: string, wanted: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return wanted.every((word) => lower.includes(word));
}

function startRank(label: string, line: string): number {
  return line !== "" && label.toLowerCase().startsWith(line.toLowerCase()) ? 0 : 1;
}
