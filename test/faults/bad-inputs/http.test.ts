import { expect, test } from "vitest";
import { exampleBackend, openHttpDoor, rowsOf } from "../doors/open-doors.ts";
import { httpRequests } from "./http.ts";

test.each(httpRequests)("$name: $expected", async ({ request, status }) => {
  const backend = await exampleBackend();
  const send = await openHttpDoor(backend);
  const before = rowsOf(backend);
  const got = await send({ body: request.method === undefined ? '{"reason":"Somebody else"}' : undefined, ...request });
  expect(got.status).toBe(status);
  expect(got.body).toMatch(/[a-z]{3,} [a-z]/u);
  expect(rowsOf(backend)).toBe(before);
});
