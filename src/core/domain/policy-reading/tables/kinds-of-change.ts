import { anyOf } from "../../any-of.ts";
import { wholeWords } from "../words/plain-text.ts";

/** Words that names of kinds of change are made of: `Major`, `Emergency fix`, `High impact`. */
export const kindsOfChange = wholeWords(anyOf`
  major|minor|standard|normal|emergency|urgent|routine|regular|planned|unplanned|scheduled
  critical|significant|small|medium|large|high|low|impact|risk
  infrastructure|application|database|network|security
  hotfix(?:es)?|patch(?:es)?|releases?|changes?|updates?|upgrades?|maintenance|work|deployments?|fix(?:es)?
  // German
  notfall|größere?|kleinere?|geplante?|änderung(?:en)?|wartung
  // Danish
  ændring(?:er)?|planlagt|akut
  // French
  changements?|majeure?s?|mineure?s?|urgents?
`);
