import { TRPCClientError } from "@trpc/client";
import type { Refusal } from "../../core/app/answer.ts";

/** Why a call was not carried out, ready for the screen. `fields` maps an input's path to the message that belongs to it. */
export type RefusalText = {
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly code: Refusal["code"] | "invalid" | "bug" | "unreachable";
};

type ErrorData = { readonly refusal?: Refusal | null; readonly fields?: readonly { field: string; message: string }[] };

/** Reads the contract's error envelope; anything else is told as what it is. */
export function refusalOf(error: unknown): RefusalText {
  if (!(error instanceof TRPCClientError)) {
    return {
      message: "Something went wrong on this screen. Nothing was sent. Reload the page and try again.",
      fields: {},
      code: "bug",
    };
  }
  const data = error.data as ErrorData | undefined;
  if (data === undefined || data === null) {
    return {
      message: "Forewarn itself does not answer. Nothing was sent or saved by this step. Start it again, then repeat the step.",
      fields: {},
      code: "unreachable",
    };
  }
  if (data.refusal) {
    const { refusal } = data;
    return {
      message: refusal.message,
      fields: refusal.field === null ? {} : { [refusal.field]: refusal.message },
      code: refusal.code,
    };
  }
  if (data.fields !== undefined && data.fields.length > 0) {
    const fields = Object.fromEntries(data.fields.map(({ field, message }) => [withoutPrefix(field), message]));
    const first = data.fields[0]?.message ?? error.message;
    return {
      message: data.fields.length === 1 ? first : `${data.fields.length} fields need another look. Nothing was saved.`,
      fields,
      code: "invalid",
    };
  }
  return { message: error.message, fields: {}, code: "bug" };
}

/** `draft.title` and `entry.name` are the form's `title` and `name`. */
function withoutPrefix(field: string): string {
  return field.replace(/^(draft|entry)\./u, "");
}
