import type { CheckInput } from "../../src/core/domain/checker.ts";
import { aContact, aCustomer, aDirectory } from "./directory.ts";
import { aFactsInput, aRecipient } from "./notice.ts";

const zones = ["Europe/London", "America/New_York", "Europe/Copenhagen", "Asia/Singapore"] as const;

/** What a long notice says, a paragraph each: times in several zones and forms, lengths, names, numbers, a table. */
const paragraphs = [
  "Patient portal will be interrupted on Sat 28 Nov 2026, 02:00–04:00 GMT (UTC+0). That is 2 hours, with one break of up to 10 minutes. In New York that is Fri 27 Nov 2026, 21:00–23:00 EST (UTC-5), and in Singapore Sat 28 Nov 2026, 10:00–12:00 SGT (UTC+8).",
  "You will notice: You cannot sign in during the break. Bookings made before are kept, and the Partner API goes on working as usual. Reports that are due in the night of Saturday, November 28, 2026 arrive up to 30 minutes later than they usually do.",
  "What to do: Please save what you are working on and sign out by 01:50 GMT. If you print lists for the early shift, print them by Fri 27 Nov 2026, 18:00 GMT. If you do not, you need to do nothing at all.",
  "What changes and why: We move the booking database from version 14.11 to version 15.3.2. The old version gets no more security fixes, and the new one answers about twice as fast at 100 % of today's load. The supplier tested it with us for six weeks.",
  "Step | From | To\nCopy the tables | 02:05 GMT | 02:25 GMT\nSwitch over | 02:30 GMT | 02:40 GMT\nTest with two hospitals | 02:45 GMT | 03:15 GMT",
  "If it goes wrong: We go back to the old version within 20 minutes. Nothing that was entered before 02:00 GMT is lost, whatever happens. The decision is made at 03:20 GMT at the latest by the engineer on duty.",
  "Questions: Service desk, servicedesk@example.org, staffed day and night. Next word: Fri 27 Nov 2026, 10:00 GMT (UTC+0). You can follow the work on https://status.example.org/portal as it goes on.",
  "Our reference: FW-2026-118",
] as const;

const longDraft = {
  subject: "Patient portal interrupted, Sat 28 Nov, 02:00 GMT (FW-2026-118)",
  text: paragraphs.join("\n\n"),
};

/** A long announcement as it is checked: to so many customers, each named in its own copy, in four zones. */
export function checkedInput(recipients: number, ending = ""): CheckInput {
  const directory = aDirectory();
  const numbers = Array.from({ length: recipients }, (_, index) => index + 1);
  const base = aFactsInput("announce", "customer", {
    directory: {
      ...directory,
      customers: numbers.map((number) => aCustomer({ id: `c${number}`, name: `Hospital ${number}`, contactIds: [`p${number}`] })),
      contacts: [
        ...directory.contacts,
        ...numbers.map((number) =>
          aContact({ id: `p${number}`, name: `IT manager ${number}`, email: `it-${number}@example.com` }),
        ),
      ],
    },
  });
  const renderings = numbers.map((number) => {
    const text = `Dear Hospital ${number},\n\n${longDraft.text}\n\n${ending}`;
    const recipient = aRecipient({
      customerId: `c${number}`,
      zone: zones[number % zones.length] ?? "UTC",
      dueAt: base.recipient.dueAt,
    });
    return {
      recipient,
      channelKind: "mail" as const,
      customerName: `Hospital ${number}`,
      subject: longDraft.subject,
      text,
      content: { kind: "mail" as const, subject: longDraft.subject, html: "", text, calendar: "" },
    };
  });
  const notice = { ...base.notice, recipients: renderings.map(({ recipient }) => recipient) };
  return {
    ...base,
    notice,
    plan: base.plan.map((planned) => ({
      ...planned,
      recipients: notice.recipients.map((recipient) => ({ ...recipient, dueAt: planned.recipients[0]?.dueAt ?? 0 })),
    })),
    draft: { subject: longDraft.subject, body: longDraft.text },
    voice: "customer",
    problems: [],
    renderings,
  };
}
