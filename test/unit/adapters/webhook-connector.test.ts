import { createHmac, timingSafeEqual } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { webhookConnector } from "../../../src/adapters/webhook/webhook-connector.ts";
import type { CounterpartWish } from "../../../src/core/domain/counterpart.ts";
import { aWish } from "../../builders/counterpart-wish.ts";
import { type Listening, listen, readBody } from "../../servers/listen.ts";

const secret = "a secret shared by both";
const event = z.strictObject({
  event: z.string(),
  id: z.string(),
  window: z.looseObject({ startAt: z.iso.datetime() }).optional(),
});
let heard: z.infer<typeof event>[] = [];
let status = 204;
let server: Listening;

beforeEach(async () => {
  heard = [];
  status = 204;
  server = await listen(async (request, response) => {
    const text = await readBody(request);
    const { t = "", v1 = "" } =
      /^t=(?<t>\d+),v1=(?<v1>[0-9a-f]{64})$/u.exec(String(request.headers["forewarn-signature"]))?.groups ?? {};
    const wanted = createHmac("sha256", secret).update(`${t}.${text}`).digest();
    const isSigned = v1 !== "" && timingSafeEqual(Buffer.from(v1, "hex"), wanted);
    if (isSigned) heard.push(event.parse(JSON.parse(text)));
    response.writeHead(isSigned ? status : 401).end();
  });
});
afterEach(() => server.stop());

const place = { ids: [], name: "hook", record: null };
const connect = (token = secret) =>
  webhookConnector(Date.now).connect({ apiUrl: `${server.origin}/hook`, token, values: {}, heardTime: () => undefined });

function tell(wish: CounterpartWish) {
  const { counterparts } = connect();
  if (counterparts === undefined) throw new Error("no counterparts");
  return counterparts.make(wish, place, () => true);
}

test("a ping is signed, and a receiver with another secret refuses it", async () => {
  expect(await connect().check()).toMatchObject({ kind: "works" });
  expect(heard).toMatchObject([{ event: "ping" }]);
  expect(await connect("another secret").check()).toMatchObject({ kind: "refused" });
});

test("a window is told with its times, and what is told again has the same id", async () => {
  expect(await tell(aWish())).toMatchObject({ kind: "kept" });
  await tell(aWish());
  await tell(aWish({ outcome: "cancelled" }));
  const [first, again, cancelled] = heard;
  expect(first).toMatchObject({ event: "window.planned", window: { startAt: "2026-11-24T02:00:00.000Z", title: aWish().title } });
  expect(again?.id).toBe(first?.id);
  expect(cancelled).toMatchObject({ event: "window.cancelled" });
  expect(cancelled?.id).not.toBe(first?.id);
});

test("an answer that does not say that it was taken is in doubt", async () => {
  status = 500;
  expect(await tell(aWish())).toMatchObject({ kind: "unknown" });
  status = 410;
  expect(await tell(aWish())).toMatchObject({ kind: "refused" });
  await server.shut();
  // The first may go into a connection that was kept open, where nobody can say how far it came.
  await tell(aWish());
  expect(await tell(aWish())).toMatchObject({ kind: "unsent" });
});

test("an address in the clear on another computer is refused", async () => {
  const connection = webhookConnector(Date.now).connect({
    apiUrl: "http://hooks.example.org/",
    token: secret,
    values: {},
    heardTime: () => undefined,
  });
  expect(await connection.check()).toMatchObject({ kind: "refused", detail: expect.stringContaining("https") });
});
