import type { Host } from "../../src/contract/host.ts";

/** A host whose licences can't be read: a bug whose words must not reach the screen. */
export const hostWithBug: Host = {
  info: { kind: "browser", version: "0.0.0", dataFolder: "/tmp", runtime: "test" },
  licences: async () => {
    throw new Error("a secret path: /home/person/token");
  },
  openExternal: async () => undefined,
  drawFirstFrame: () => null,
};
