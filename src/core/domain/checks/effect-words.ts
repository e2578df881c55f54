import { anyOf } from "../any-of.ts";

/** `cannot`, `can't` or `cant`, of what readers can no longer do. */
export const cannot = "(?:cannot|can['’]?t)";
/** What people do with a service: “sign in”, “book”. */
const useService = anyOf`
  sign|log|use|open|reach|work|access|connect
  book|order|register|pay|print|save|search|upload|download
`;
const notAble = anyOf`
  ${cannot}|nobody can|no one can
  unable to|(?:not|\w+n['’]t) (?:be )?able to
`;
/** `cannot book`, `nobody can sign`, `will not be able to order` */
export const cannotUse = `${notAble} (?:\\w+ )?${useService}`;
/** `sign-in` or `login`. */
export const signIn = "(?:sign[- ]?in|log[- ]?in)";
