/**
 * The layers of docs/architecture.md, as imports. Type imports count: a layer that knows another's types knows the layer.
 * @type {import("dependency-cruiser").IConfiguration}
 */

/** What each layer may import of the others. */
const layers = {
  "src/core/domain": [],
  "src/core/ports": ["src/core/domain"],
  "src/core/app": ["src/core/domain", "src/core/ports"],
  "src/contract": ["src/core/domain", "src/core/ports", "src/core/app"],
  "src/adapters": ["src/core/domain", "src/core/ports"],
  "src/backend": ["src/core", "src/contract", "src/adapters"],
  "src/main": ["src/backend", "src/contract"],
  "src/web": ["src/backend", "src/contract"],
  "src/preload": ["src/contract"],
  "src/renderer": ["src/contract", "src/core/domain"],
};

/** The steps by which a policy is read; each knows those before it. */
const steps = ["words", "cells", "tables", "sentences"];

function afterSteps(step, index) {
  return {
    name: `policy reading: ${step}`,
    comment: `${step} are read without knowing of ${[...steps.slice(index + 1), "the whole document"].join(" or ")}.`,
    severity: "error",
    from: { path: `^src/core/domain/policy-reading/${step}/` },
    to: { path: `^src/core/domain/policy-reading/(${[...steps.slice(index + 1), "read-policy"].join("|")})[/.]` },
  };
}

function withinLayer([layer, allowed]) {
  return {
    name: `layer ${layer}`,
    comment: `${layer} imports ${allowed.length === 0 ? "no other layer" : `only ${allowed.join(", ")}`}.`,
    severity: "error",
    from: { path: `^${layer}/` },
    to: { path: "^(src|test|scripts)/", pathNot: [layer, ...allowed].map((path) => `^${path}/`) },
  };
}

/** Packages the domain may use: dates and recurrence, both pure. */
const domainPackages = "(^|/)node_modules/(date-fns|@date-fns/tz|rrule-temporal|temporal-polyfill)/";

module.exports = {
  forbidden: [
    ...Object.entries(layers)
      .filter(([layer]) => layer !== "src/contract" && layer !== "src/renderer")
      .map(withinLayer),
    ...steps.map(afterSteps),
    {
      name: "layer src/contract",
      comment: "The contract takes types from the use cases, and values (lists of kinds) only from domain and ports.",
      severity: "error",
      from: { path: "^src/contract/" },
      to: { path: "^(src|test|scripts)/", pathNot: "^src/(contract|core)/" },
    },
    {
      name: "contract takes only types from the use cases",
      severity: "error",
      from: { path: "^src/contract/" },
      to: { path: "^src/core/app/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "layer src/renderer",
      comment: "The screen knows the contract and the domain; of the use cases and ports it knows only types.",
      severity: "error",
      from: { path: "^src/renderer/" },
      to: { path: "^(src|test|scripts)/", pathNot: "^src/(renderer|contract|core)/" },
    },
    {
      name: "screen takes only types from use cases, ports and the router",
      severity: "error",
      from: { path: "^src/renderer/" },
      to: { path: "^src/(core/(app|ports)/|contract/router)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "a feature does not import another feature",
      severity: "error",
      from: { path: "^src/renderer/features/([^/]+)/" },
      to: { path: "^src/renderer/features/", pathNot: "^src/renderer/features/$1/" },
    },
    {
      name: "parts of the screen below the features do not import one",
      severity: "error",
      from: { path: "^src/renderer/(ui|state|theme|api)/" },
      to: { path: "^src/renderer/(features|shell)/" },
    },
    {
      name: "an adapter does not import another adapter",
      comment:
        "Except for `network`, what they all need to speak HTTP, `sign-in`, what they need to sign a person in, and `threads`, what they need for work beside the application's own.",
      severity: "error",
      from: { path: "^src/adapters/([^/]+)/" },
      to: { path: "^src/adapters/[^/]+/", pathNot: "^src/adapters/($1|network|sign-in|threads)/" },
    },
    {
      name: "the domain is pure",
      comment: "No clock, randomness or I/O: no Node module, and only date packages.",
      severity: "error",
      from: { path: "^src/core/domain/" },
      to: { path: ["(^|/)node_modules/", "^node:"], pathNot: domainPackages },
    },
    {
      name: "the core needs nothing from Node",
      severity: "error",
      from: { path: "^src/core/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "electron only in its host",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(main|preload)/" },
      to: { path: ["^electron$", "(^|/)node_modules/electron(-store)?/"] },
    },
    {
      name: "node:sqlite only in its adapter",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/adapters/sqlite/" },
      to: { path: "^(node:)?sqlite$" },
    },
    { name: "no circles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "nothing unresolved", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^virtual:" } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    doNotFollow: { path: "node_modules" },
    builtInModules: { add: ["sqlite", "node:sqlite"] },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
