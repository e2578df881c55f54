import { describe, expect, test } from "vitest";
import { readCommandLine } from "../../../src/backend/command-line.ts";

const linux = { platform: "linux", environment: {}, home: "/home/person", folder: "/work" } as const;

describe("The command line", () => {
  test("without options keeps data where the system's programs do", () => {
    expect(readCommandLine([], linux)).toEqual({
      dataFolder: "/home/person/.local/share/forewarn",
      file: "/home/person/.local/share/forewarn/workspace.forewarn",
      port: null,
      opensBrowser: true,
      asksForHelp: false,
    });
    expect(readCommandLine([], { ...linux, environment: { XDG_DATA_HOME: "/data" } }).dataFolder).toBe("/data/forewarn");
    expect(readCommandLine([], { ...linux, platform: "darwin" }).dataFolder).toBe(
      "/home/person/Library/Application Support/Forewarn",
    );
  });
  test.each([
    ["second", "/d/second.forewarn"],
    ["second.forewarn", "/d/second.forewarn"],
    ["./second.forewarn", "/work/second.forewarn"],
    ["/elsewhere/second.forewarn", "/elsewhere/second.forewarn"],
  ])("takes the workspace %s from %s", (name, file) => {
    expect(readCommandLine(["--data-folder", "/d", "--file", name], linux).file).toBe(file);
  });
  test("reads port, no-open and help, however they are written", () => {
    expect(readCommandLine(["--port=0", "--no-open", "-h"], linux)).toMatchObject({
      port: 0,
      opensBrowser: false,
      asksForHelp: true,
    });
  });
  test("leaves Electron its own options", () => {
    const line = readCommandLine([".", "--no-sandbox", "--remote-debugging-port=0", "--data-folder", "/d"], linux);
    expect(line.dataFolder).toBe("/d");
  });
  test.each(["--port=http", "--port=70000", "--port", "--file", "--data-folder="])("says what is wrong with %s", (word) => {
    expect(() => readCommandLine([word], linux)).toThrow(/--\w/u);
  });
});
