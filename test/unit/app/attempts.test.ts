import { expect, test } from "vitest";
import { afterAttempt } from "../../../src/core/app/sending/attempts.ts";
import { hour, minute } from "../../../src/core/domain/instant.ts";
import { aSlackDelivery } from "../../builders/delivery.ts";

const due = Date.UTC(2026, 10, 16, 10);
/** The answer came when the computer had slept for two hours over its request. */
const answered = due + 2 * hour + minute;
const delivery = aSlackDelivery("C1", {
  state: { kind: "sending", since: due, attempt: 1, leaseUntil: due + 4 * minute, dueSince: due, byPerson: false },
});

test("what waits for a sign-in waits since it was due, however late the answer that asked for it", () => {
  const { state } = afterAttempt(delivery, { kind: "signInNeeded", detail: "Sign in again." }, null, answered);
  expect(state).toMatchObject({ kind: "held", reason: "noConnection", since: due });
});

test("what was not sent waits since it was due, however late the answer", () => {
  const { state } = afterAttempt(
    delivery,
    { kind: "unsent", detail: "Not reached.", retryAt: null, concernsAll: true },
    null,
    answered,
  );
  expect(state).toMatchObject({ kind: "due", since: due });
});
