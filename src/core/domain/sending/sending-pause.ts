import type { Instant } from "../instant.ts";

/** Why nothing at all is sent for the time being. Kept in the workspace's file, so that a restart does not end it. */
export type SendingPause = {
  readonly kind: SendingPauseKind;
  readonly since: Instant;
  /** What happened and what to do, for the person. */
  readonly detail: string;
};

export type SendingPauseKind =
  /** A backup was put in the file's place: what it holds as unsent may have been sent since. */
  | "restored"
  /** This computer's clock can't be trusted: messages could go too early, too late, or with a stale word. */
  | "clock"
  /** A person stopped all sending. */
  | "person";
