import { anyOf } from "../../any-of.ts";

/** What a time is told of, in one word: `after the upgrade`, `start of work`. */
export const work = anyOf`
  deployment|deploy|fix|release|change|implementation|maintenance|go-?live|work|works|upgrade|update|patching
  roll-?out|migration|cut-?over|switch-?over|fail-?over|restart|reboot
  downtime|outage|shut-?down|closure
  window|event|start|activity
`;

/** Kinds of work, one or several: `every release`, `major upgrades`. */
export const kindsOfWork = anyOf`
  changes?|works?|maintenance|releases?|deployments?|upgrades?|updates?|migrations?|interventions?|activit(?:y|ies)
  downtimes?|outages?|closures?|fix(?:es)?|windows?
`;
