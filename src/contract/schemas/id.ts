import { z } from "zod";
import { required } from "./text.ts";

/** Ids are ours or a well-kept provider's: short, and never a path or a query. */
export const id = z.string().regex(/^[\w.:@/-]{1,200}$/u, "This is not an id.");
export const newOrId = z.union([z.literal(""), id]);
export const ids = z.array(id).max(1000);

/** What every record has; an empty id makes a new one. */
export const named = { id: newOrId, name: required };
