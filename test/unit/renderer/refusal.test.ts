import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { refusalOf } from "../../../src/renderer/api/refusal.ts";

function answered(message: string, data: unknown): TRPCClientError<never> {
  return TRPCClientError.from({ error: { code: -32_600, message, data } } as never);
}

test("a refusal is shown with its own words, at the field it names", () => {
  const refusal = { code: "invalid", message: "The end is before the start. Nothing was saved.", field: "end" };
  expect(refusalOf(answered(refusal.message, { refusal, fields: [] }))).toEqual({
    message: refusal.message,
    fields: { end: refusal.message },
    code: "invalid",
  });
});

test("what the schema refuses is shown at the form's field, whatever the input wraps it in", () => {
  const error = answered("[]", {
    refusal: null,
    fields: [
      { field: "entry.name", message: "Fill this in." },
      { field: "coordinator.email", message: "Write one address, as name@example.org." },
    ],
  });
  expect(refusalOf(error)).toMatchObject({
    message: "2 fields need another look. Nothing was saved.",
    fields: { name: "Fill this in.", "coordinator.email": "Write one address, as name@example.org." },
  });
});

test("a backend that does not answer is said to be just that", () => {
  expect(refusalOf(TRPCClientError.from(new TypeError("fetch failed"))).code).toBe("unreachable");
});

test("a bug on the screen claims nothing about what the backend saved", () => {
  expect(refusalOf(new Error("secret detail")).message).not.toContain("secret");
});
