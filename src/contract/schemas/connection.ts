import { z } from "zod";
import { connectionKinds } from "../../core/domain/connection-kind.ts";
import { listedKinds } from "../../core/ports/connector.ts";
import { signInWays } from "../../core/ports/sign-in.ts";
import { oneLine, required } from "./text.ts";

export const connectionKind = z.enum(connectionKinds);

/** What a connector asks for beside a token, by the names of its fields. */
export const connectionValues = z.record(z.string().regex(/^[a-zA-Z]{1,40}$/u), oneLine).default({});

/** Where a counterpart is kept, as its connector gave it. */
export const counterpartPlace = z.object({
  ids: z.array(oneLine.min(1)).max(100).readonly(),
  name: required,
  record: z.object({ id: required, url: z.url({ protocol: /^https?$/u }).nullable() }).nullable(),
});

/** What was decided about a place, by the names of its choices. */
export const placeChosen = z.record(z.string().regex(/^[a-zA-Z]{1,40}$/u), oneLine).default({});

export const searchWords = oneLine;

/** Which list of a connected system, with which words. */
export const listQuestion = z.object({
  kind: connectionKind,
  what: z.enum(listedKinds),
  within: required.nullable(),
  search: searchWords,
  ask: z.enum(["never", "ifOld", "now"]),
});

/** An API address a token may be sent to: https, or loopback for gateways and tests on this computer. */
export const apiUrl = z
  .url()
  .refine((value) => {
    const { protocol, hostname } = new URL(value);
    return protocol === "https:" || (protocol === "http:" && (hostname === "127.0.0.1" || hostname === "localhost"));
  }, "Write an address that starts with https://.")
  .nullable();

/** What a guided sign-in is begun with. */
export const signIn = z.object({
  kind: connectionKind,
  way: z.enum(signInWays),
  values: connectionValues,
  features: z.array(z.string().regex(/^[a-zA-Z]{1,40}$/u)).max(20),
});
