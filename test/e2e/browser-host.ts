import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import type { BrowserContext } from "@playwright/test";
import type { ProviderAddresses, RunningHost } from "./running-host.ts";
import type { TestClock } from "./test-clock.ts";

/** The build under test. Another folder keeps a run apart from builds made meanwhile. */
const out = resolve(process.env.FOREWARN_TEST_OUT ?? "out");
const preload = new URL("./shifted-clock.mjs", import.meta.url).href;
/** Hosts start by the dozen from the same build: one compiles it, the others read what it compiled. */
const compiled = resolve(".cache", "compiled");

type Options = {
  readonly context: BrowserContext;
  readonly clock: TestClock;
  readonly dataFolder: string;
  readonly providers: ProviderAddresses;
};

/** The browser host as a process, under the test's clock; it starts with its first page. Its pages belong to the given context. */
export async function browserHost({ context, clock, dataFolder, providers }: Options): Promise<RunningHost> {
  let running: HostProcess | null = null;
  clock.follow(async (now) => running?.setOffset(now - Date.now()));
  clock.follow((now) => context.clock.setSystemTime(now));
  await context.clock.install({ time: clock.now() });
  return {
    name: "browser",
    dataFolder,
    async open() {
      running ??= await startProcess(dataFolder, clock, providers);
      const page = await context.newPage();
      await page.goto(running.nextAddress());
      return page;
    },
    async restart() {
      await running?.end("SIGKILL");
      running = await startProcess(dataFolder, clock, providers);
    },
    stop: async () => running?.end("SIGTERM"),
  };
}

type HostProcess = {
  /** An address that lets in one browser; each is good once. */
  nextAddress(): string;
  setOffset(offset: number): Promise<void>;
  end(signal: NodeJS.Signals): Promise<void>;
};

/** Starts the process and waits until it is ready. */
export function startProcess(dataFolder: string, clock: TestClock, providers: ProviderAddresses): Promise<HostProcess> {
  const words = ["--import", preload, resolve(out, "main", "web.js"), "--no-open", "--port", "0", "--data-folder", dataFolder];
  const child = spawn(process.execPath, words, {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: compiled,
      // Never the keyring of whoever runs the tests.
      FOREWARN_SECRETS: "memory",
      FOREWARN_TEST_CLOCK_OFFSET: String(clock.offset),
      FOREWARN_SLACK_API_URL: providers.slack ?? "",
      FOREWARN_GRAPH_URL: providers.graph ?? "",
      FOREWARN_MICROSOFT_LOGIN_URL: providers.microsoftLogin ?? "",
    },
  });
  const addresses: string[] = [];
  let output = "";
  return new Promise((done, fail) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      for (const [address] of chunk.toString().matchAll(/http:\/\/127\.0\.0\.1:\d+\/open\?code=\S+/gu)) addresses.push(address);
      if (addresses.length > 0) done({ nextAddress, setOffset, end: (signal) => end(child, signal) });
    };
    const nextAddress = (): string => {
      const address = addresses.shift();
      if (address === undefined) throw new Error(`The host has printed no fresh address:\n${output}`);
      return address;
    };
    const setOffset = (offset: number): Promise<void> =>
      new Promise((told) => {
        child.once("message", () => told());
        child.send({ offset });
      });
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => fail(new Error(`The browser host ended (${code}):\n${output}`)));
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((ended) => {
    child.once("exit", () => ended());
    child.kill(signal);
  });
}
