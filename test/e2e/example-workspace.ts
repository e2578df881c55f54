import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTRPCClient } from "@trpc/client";
import type { Contract } from "../../src/contract/router.ts";
import { httpLinks } from "../../src/renderer/api/http-link.ts";
import { startProcess } from "./browser-host.ts";
import { TestClock } from "./test-clock.ts";

/** The hospitals' example workspace as the first screen makes it, kept to be copied: one making serves every test of a worker. */
export type ExampleWorkspace = {
  /** Puts a copy into an empty data folder. */
  copyInto(dataFolder: string): Promise<void>;
  remove(): Promise<void>;
};

const fileName = "workspace.forewarn";

/** Makes the example at this instant, through the contract, as the first screen's button does. */
export async function makeExampleWorkspace(now: number): Promise<ExampleWorkspace> {
  const folder = await mkdtemp(join(tmpdir(), "forewarn-example-"));
  const host = await startProcess(folder, new TestClock(now), { slack: null, graph: null });
  const contract = createTRPCClient<Contract>({ links: await signIn(host.nextAddress()) });
  const examples = await contract.workspace.examples.query();
  const example = examples.find(({ name }) => name === "HIE platform");
  if (example === undefined) throw new Error("The hospitals' example is not offered any more.");
  await contract.workspace.create.mutate({
    name: example.name,
    zone: "Europe/London",
    exampleId: example.id,
    coordinator: { name: "Release Coordinator", email: "release.coordinator@example.org" },
  });
  await contract.backups.make.mutate();
  // Ended in good order it leaves one file, without a journal beside it.
  await host.end("SIGTERM");
  return {
    // With the backup of the day, which every host would else make for itself.
    async copyInto(dataFolder) {
      for (const name of [fileName, "backups"]) await cp(join(folder, name), join(dataFolder, name), { recursive: true });
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Opens the address as a browser does, and speaks with what it is given. */
async function signIn(address: string): Promise<ReturnType<typeof httpLinks>> {
  const answer = await fetch(address, { redirect: "manual" });
  const cookie = answer.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
  const { origin, hash } = new URL(answer.headers.get("location") ?? "", address);
  const headers = { cookie, origin, "sec-fetch-site": "same-origin" };
  return httpLinks({ url: `${origin}/api`, token: async () => hash.replace("#token=", ""), headers });
}
