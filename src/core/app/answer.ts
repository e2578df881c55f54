/**
 * Why a command was not carried out. Expected failures are values; only bugs throw.
 * `message` says what happened, what was and was not sent or saved, and what to do.
 */
export type Refusal = {
  readonly code:
    | "invalid"
    | "notFound"
    | "changedMeanwhile"
    | "blockedByFindings"
    | "tooLate"
    | "readOnly"
    | "connection"
    /** The disk or the workspace's file does not allow it just now. */
    | "storage"
    | "notPossible";
  readonly message: string;
  /** The input's field the message belongs to, or null when it concerns the whole. */
  readonly field: string | null;
};

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function done<T>(value: T): Answer<T> {
  return { ok: true, value };
}

export function refuse(code: Refusal["code"], message: string, field: string | null = null): Answer<never> {
  return { ok: false, refusal: { code, message, field } };
}

/** Refuses what a person filled in, at the field that is wrong. */
export function refuseAt(field: string, message: string): Answer<never> {
  return refuse("invalid", `${message} Nothing was saved.`, field);
}

export const noSuchWindow = refuse("notFound", "There is no such window any more. It may have been made in another workspace.");
