import { describe, expect, test } from "vitest";
import { takeApart } from "../../../src/adapters/policy-reader/take-apart.ts";
import { readPolicy } from "../../../src/core/domain/policy-reading/read-policy.ts";
import { readTelling } from "../../../src/core/domain/policy-reading/sentences/telling-sentence.ts";
import { findTimings } from "../../../src/core/domain/policy-reading/words/timing-words.ts";

/** Who is told, who tells, and what is left of a sentence. */
function told(sentence: string): string {
  const telling = readTelling(sentence);
  if (telling === null) return "nobody is told";
  const { readers, sender, text } = telling;
  return [readers, sender === "" ? "" : `by ${sender}`, text].filter((part) => part !== "").join(" | ");
}

describe("a sentence says who is told by where its words stand", () => {
  test.each([
    ["Zither players are told by email two days before.", "Zither players | to Zither players by email two days before"],
    [
      "The stage manager emails choir leaders two days before.",
      "choir leaders | by stage manager | emails to choir leaders two days before",
    ],
    [
      "All pilots receive a reminder by text message one day before.",
      "All pilots | to All pilots by text message reminder one day before",
    ],
    ["Let users know on the status page when the work is over.", "users | to users on the status page when the work is over"],
    [
      "A notice is emailed to all staff 5 working days before the outage.",
      "all staff | to all staff 5 working days before the outage by email",
    ],
    ["Staff are called if the release is rolled back.", "Staff | to Staff if the release is rolled back by phone"],
    ["Der Servicedesk informiert die Fachbereiche per E-Mail.", "Fachbereiche | by Servicedesk | to Fachbereiche per E-Mail"],
    [
      "Når arbejdet er slut, får alle skoler besked på intranettet.",
      "alle skoler | Når arbejdet er slut, to alle skoler på intranettet",
    ],
    ["Les abonnés sont prévenus par courriel la veille.", "abonnés | to abonnés par courriel la veille"],
  ])("%s", (sentence, parts) => {
    expect(told(sentence)).toBe(parts);
  });

  test("the desk is told, and the status page's subscribers: neither is a way of telling", () => {
    expect(told("The service desk is told in #desk one day before.")).toBe(
      "service desk | to service desk in #desk one day before",
    );
    expect(told("Status page subscribers get an email.")).toBe("Status page subscribers | to Status page subscribers email");
  });

  test("what restricts stays; what is announced drops out", () => {
    expect(told("For major releases, customers are told of what is new by email 5 days before.")).toContain("For major releases");
    expect(told("Customers are told the new end time and the reason by email.")).toBe("Customers | to Customers and by email");
    expect(told("Customers are told by email or SMS 5 days before.")).toContain("email or SMS");
  });

  test.each([
    "Customers are not told of patches.",
    "Customers may be told by email.",
    "Are customers told by email?",
    "The queues are drained before the work starts.",
    "Call the service desk at extension 0100.",
  ])("nobody is told: %s", (sentence) => {
    expect(told(sentence)).toBe("nobody is told");
  });
});

describe("a clause names a point of the window's life, whatever the work is called", () => {
  const points = (text: string): string[] =>
    findTimings(text).map(({ when }) => (when.kind === "statusChange" ? when.stage : when.kind));

  test.each([
    ["If a release is moved to another day", ["rescheduled"]],
    ["If the upgrade is cancelled or postponed", ["cancelled", "rescheduled"]],
    ["If the work takes longer than planned", ["extended"]],
    ["If we have to roll back", ["rolledBack"]],
    ["Once the cluster is available again", ["end"]],
    ["when an emergency change begins", ["start"]],
    ["Wird eine Wartung verschoben oder abgesagt", ["rescheduled", "cancelled"]],
    ["Hvis servicevinduet bliver forlænget", ["extended"]],
    ["Si l'intervention est reportée", ["rescheduled"]],
  ])("%s", (text, expected) => {
    expect(points(text)).toEqual(expected);
  });

  test("what becomes of a meeting is no point of it, and a length is a condition", () => {
    expect(points("once the meeting of the board is over")).not.toContain("end");
    expect(points("If the work takes longer than two hours")).not.toContain("extended");
  });
});

test.each([
  [
    "runbooks and pages are brought up to date, and told nothing",
    "- Update runbooks (e.g. the card “write down one failure of the alarms” of 14 October) and Confluence pages as needed.",
  ],
  [
    "problems are reported to those who work, and nothing under that line tells of the work",
    "- Issues to be reported to:\n  - For problems of the website\n    - Post the issue in the team channel\n    - Tag/notify the web team using @web-all in the channel",
  ],
])("%s", (_, points) => {
  const { rules, questions } = readPolicy(takeApart(`# Deployment to production\n\n## Afterwards\n\n${points}\n`));
  expect(rules).toEqual([]);
  expect(questions).toEqual([]);
});

describe("a sentence that states a duty is asked about, in any of the languages", () => {
  const questionsOn = (sentence: string): number => readPolicy(takeApart(`# Maintenance\n\n${sentence}\n`)).questions.length;

  test.each([
    "Nous informons les clients sept jours avant une mise à jour.",
    "Nous envoyons un message avant les travaux.",
    "La direction prévient les écoles avant chaque coupure.",
    "Vi informerer skolerne før ændringer.",
    "Vi udsender en meddelelse før ændringer.",
    "Vi sender en besked før hvert servicevindue.",
    "Wir verständigen die Fachbereiche vor jeder Änderung.",
    "Wir versenden vor jeder Wartung eine Nachricht.",
    "Schools hear about maintenance at least five days ahead.",
    "They write to the customers concerned three working days before the change.",
    "We give departments a heads-up two days before maintenance.",
    "We circulate a memo ahead of planned work.",
    "Key users are consulted and informed before a change.",
    "Leadership is looped in before major changes.",
    "Visitors see a banner in the app a day before the upgrade.",
    "The work is listed on our status page 7 days before.",
    "Brugerne kan læse om servicevinduer på intranettet tre dage før.",
  ])("%s", (sentence) => {
    expect(questionsOn(sentence)).toBe(1);
  });

  test.each([
    "We don't send a notice when a release is rolled out at night.",
    "Wir senden die Rechnung nach der Wartung.",
    "Nous envoyons la facture après les travaux.",
    "Requests for work on a Sunday go to the head of operations at least 15 working days ahead.",
  ])("and none is asked about: %s", (sentence) => {
    expect(questionsOn(sentence)).toBe(0);
  });

  test("who is rung is not taken for the readers of a mail", () => {
    const { rules, questions } = readPolicy(
      takeApart(
        "# Maintenance\n\nThe service manager phones the clinics before every outage.\n\nAn email is sent three days before each release.\n",
      ),
    );
    expect(rules.map(({ rule }) => rule.audience.name)).not.toContain("Clinics");
    expect(questions.map(({ question }) => question)).toContain("Who is told through Email?");
  });
});

describe("the hour of a day before the start", () => {
  test.each([
    ["dagen før kl. 12", "12:00"],
    ["at 14:00 on the day before", "14:00"],
    ["two days before, at 16:30", "16:30"],
    ["by noon, one working day before", undefined],
    ["three days before, 2 people", undefined],
  ])("%s", (words, at) => {
    const when = findTimings(words).find((one) => one.when.kind === "before")?.when;
    expect(when?.kind === "before" ? when.at : "no day before").toBe(at);
  });
});
