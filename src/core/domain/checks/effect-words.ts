/** `cannot`, `can't` or `cant`, of what readers can no longer do. */
export const cannot = "(?:cannot|can['’]?t)";
/** `sign-in` or `login`. */
export const signIn = "(?:sign[- ]?in|log[- ]?in)";
