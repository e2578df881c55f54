import type { Child } from "./child.ts";

/** Makes the rig's workspace in a backend that has none, live and with the one service its windows are of. */
export async function makeLiveWorkspace(child: Child, besides: { readonly contactPoint?: string } = {}): Promise<void> {
  await child.call("workspaces.create", {
    name: "Fault rig",
    zone: "Europe/London",
    exampleId: null,
    coordinator: { name: "Release coordinator", email: "coordinator@example.org" },
  });
  const { workspace } = (await child.call("workspaces.view")) as { readonly workspace: object };
  await child.call("workspaces.update", { ...workspace, mode: "live", ...besides });
  const entry = {
    id: "platform",
    name: "Platform",
    environment: "production",
    zone: "Europe/London",
    holidayRegion: null,
    promisedUptime: null,
    statusUrl: null,
    pagerDutyServiceId: null,
  };
  await child.call("directory.save", { kind: "service", entry });
}
