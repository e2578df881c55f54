import { anyOf } from "../../any-of.ts";

/** What a time is told of, in one word: `after the upgrade`, `start of work`. */
export const work = anyOf`
  deployment|deploy|fix|release|change|implementation|maintenance|go-?live|work|works|upgrade|update|patching
  rollout|migration|cut-?over|switch-?over|fail-?over|restart|reboot
  downtime|outage|shut-?down|closure
  window|event|start|activity
`;
