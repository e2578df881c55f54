import ICAL from "ical.js";
import { expect, test } from "vitest";
import { renderCalendarFile } from "../../../src/adapters/rendering/calendar-file.ts";
import { aService, aWorkspace } from "../../builders/directory.ts";
import { aWindow, exampleStart } from "../../builders/window.ts";
import { calendarFiles } from "./calendar-files.ts";

function fileWith(value: string): string {
  return renderCalendarFile({
    window: aWindow({ title: value, effect: value, toDo: value }),
    workspace: aWorkspace({ name: value, contactPoint: value, coordinator: { name: value, email: "releases@example.org" } }),
    services: [aService({ name: value })],
    phase: null,
    series: [],
    now: exampleStart - 1000,
  })(value);
}

/** Names of properties with those of their parameters, in order. */
function linesOf(file: string): string[] {
  const component = new ICAL.Component(ICAL.parse(file));
  const names = (part: ICAL.Component): string[] => [
    part.name,
    ...part.getAllProperties().map((property) => `${property.name} ${Object.keys(property.jCal[1]).join()}`),
    ...part.getAllSubcomponents().flatMap(names),
  ];
  return names(component);
}

test.each(calendarFiles)("$name: $expected", ({ value }) => {
  const file = fileWith(value);
  expect(linesOf(file)).toEqual(linesOf(fileWith("word")));
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const event = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent("vevent");
  const words = value.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  expect(event?.getFirstPropertyValue("summary")).toBe(`${words}: ${words}`);
});
