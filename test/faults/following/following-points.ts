import type { Trigger } from "../kills/points.ts";
import type { Moment } from "./door.ts";

/** Systems of each way to keep a window: a record of its own, one that is approved there, and a ticket that is somebody else's. */
export const followedKinds = ["pagerDuty", "serviceNow", "jira"] as const;
export type FollowedKind = (typeof followedKinds)[number];

/** What is done there for a window: a record is made, moved, and ended. */
export const actions = ["make", "change", "end"] as const;
export type Action = (typeof actions)[number];

/** One backend's death: what it was doing, where, and at which moment. */
export type FollowingDeath = { readonly system: FollowedKind; readonly action: Action; readonly point: FollowingPoint };

/** A moment at which the backend dies while it does that. */
export type FollowingPoint = {
  readonly name: string;
  readonly kill: { readonly by: "child"; readonly trigger: Trigger } | { readonly by: "door"; readonly moment: Moment };
};

function commit(name: string, mark: string): readonly FollowingPoint[] {
  return (["before", "after"] as const).map((side) => ({
    name: `${name}, ${side} its commit`,
    kill: { by: "child", trigger: { at: "commit", side, mark } },
  }));
}

export const followingPoints: readonly FollowingPoint[] = [
  ...commit("about to be done", "counterparts.working"),
  { name: "request that is lost", kill: { by: "door", moment: "lost" } },
  { name: "request that arrives after the end", kill: { by: "door", moment: "read" } },
  { name: "done there, before the answer", kill: { by: "door", moment: "taken" } },
  ...commit("in step", "counterparts.inStep"),
];

/** A moment of renewing a sign-in at which the backend dies, and whether the person has to sign in again. */
export type RenewingPoint = {
  readonly name: string;
  readonly costsSignIn: boolean;
  readonly kill: { readonly by: "door"; readonly moment: Moment } | { readonly by: "child"; readonly trigger: Trigger };
};

export const renewingPoints: readonly RenewingPoint[] = [
  { name: "renewal that is lost", costsSignIn: false, kill: { by: "door", moment: "lost" } },
  // From here on the old refresh token is used up.
  { name: "renewal that arrives after the end", costsSignIn: true, kill: { by: "door", moment: "read" } },
  { name: "renewed, before the answer", costsSignIn: true, kill: { by: "door", moment: "taken" } },
  { name: "renewed, before it is kept", costsSignIn: true, kill: { by: "child", trigger: { at: "secret", side: "before" } } },
  { name: "renewed, after it is kept", costsSignIn: false, kill: { by: "child", trigger: { at: "secret", side: "after" } } },
];

/** Every moment of keeping windows elsewhere, in each system, in the order a workspace can bear. */
export const followingDeaths: readonly FollowingDeath[] = actions.flatMap((action) =>
  followedKinds.flatMap((system) => followingPoints.map((point) => ({ system, action, point }))),
);

/** Those that would cost most if they went wrong: what is done and not heard of, once for each thing that is done. */
export const tellingDeaths: readonly FollowingDeath[] = followingDeaths.filter(({ system, action, point }) => {
  const { kill } = point;
  if (kill.by === "child") return system === "serviceNow" && action === "change" && point.name === "in step, before its commit";
  if (kill.moment === "taken") return (system === "pagerDuty" && action === "make") || (system === "jira" && action === "end");
  return kill.moment === "read" && system === "serviceNow" && action === "make";
});
