import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";
import type { Answer, Refusal } from "../core/app/answer.ts";
import type { Forewarn } from "../core/app/forewarn.ts";
import { StorageTrouble } from "../core/ports/storage-trouble.ts";
import type { Host } from "./host.ts";
import { id } from "./schemas/id.ts";

/** What every procedure is given: the application and the host it runs in. */
export type Context = { readonly app: Forewarn; readonly host: Host };

/** A refusal on its way to the screen: an expected failure, told with its field. */
class Refused extends TRPCError {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super({ code: refusal.code === "notFound" ? "NOT_FOUND" : "BAD_REQUEST", message: refusal.message });
    this.refusal = refusal;
  }
}

/** Turns a schema's complaints into one sentence a field, in the order of the form. */
function fieldMessages(error: z.ZodError): { field: string; message: string }[] {
  return error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message }));
}

const t = initTRPC.context<Context>().create({
  errorFormatter({ shape, error }) {
    const isBug = error.code === "INTERNAL_SERVER_ERROR";
    return {
      ...shape,
      // A bug's own words may hold data; the log has them, the screen does not.
      message: isBug ? "Something went wrong in Forewarn. Nothing was sent. The log has the details." : shape.message,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        refusal: error instanceof Refused ? error.refusal : null,
        fields: error.cause instanceof z.ZodError ? fieldMessages(error.cause) : [],
      },
    };
  },
});
export const { router } = t;

/** Every procedure reads or writes the workspace's file, and what its disk does not allow is an answer, not a bug. */
export const procedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (result.ok || !(result.error.cause instanceof StorageTrouble)) return result;
  throw new Refused({ code: "storage", message: result.error.cause.message, field: null });
});

/** The value of an answer; a refusal is thrown, and reaches the screen as such. */
export function answerOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Refused(answer.refusal);
  return answer.value;
}

/** What a procedure about one thing is asked with. */
export const byId = z.object({ id });
