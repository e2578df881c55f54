/**
 * What the held-out drafts showed when they were first run, on 2026-11-22, after the checks had been tuned on the others.
 * What they missed was mended since, so that they are no measure any more; this is.
 */
export const firstRunOfHeldOut = "25 of 30 planted errors found in 30 faulty drafts; 2 of 20 clean drafts with a false alarm.";
