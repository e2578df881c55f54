import { isAbsolute, join } from "node:path";
import { parseArgs } from "node:util";

/** What a person chose on the command line, the same for both hosts. */
export type CommandLine = {
  /** Where everything is kept; absolute. */
  readonly dataFolder: string;
  /** The workspace's file; absolute. */
  readonly file: string;
  /** The port asked for, or null for the usual one. */
  readonly port: number | null;
  /** Whether the browser host opens a browser. */
  readonly opensBrowser: boolean;
  readonly asksForHelp: boolean;
};

/** Where this computer keeps the data of its programs. */
export type Place = {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly folder: string;
};

export const help = `Options
  --port NUMBER         the browser host's port (default: 4780, or a free one when it is taken)
  --data-folder PATH    where workspaces, backups and preferences are kept
  --file NAME           the workspace to open: a name in the data folder, or a path
  --no-open             print the address, open no browser
  --help                show this`;

/** The data folder for programs of this person, by the custom of the system. Both hosts share it. */
function defaultDataFolder({ platform, environment, home }: Place): string {
  if (platform === "darwin") return join(home, "Library", "Application Support", "Forewarn");
  if (platform === "win32") return join(environment.APPDATA ?? join(home, "AppData", "Roaming"), "Forewarn");
  return join(environment.XDG_DATA_HOME ?? join(home, ".local", "share"), "forewarn");
}

/**
 * Reads the options. What it does not know it leaves to others: Electron has options of its own. Throws on a wrong value,
 * with what to do.
 */
export function readCommandLine(words: readonly string[], place: Place): CommandLine {
  const { values } = parseArgs({
    args: [...words],
    strict: false,
    options: {
      port: { type: "string" },
      "data-folder": { type: "string" },
      file: { type: "string" },
      "no-open": { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  const dataFolder = absolute(place.folder, textOf(values["data-folder"], "--data-folder")) ?? defaultDataFolder(place);
  const name = textOf(values.file, "--file") ?? "workspace";
  const named = name.includes(".") ? name : `${name}.forewarn`;
  const isPath = named.includes("/") || named.includes("\\");
  return {
    dataFolder,
    file: absolute(isPath ? place.folder : dataFolder, named) ?? named,
    port: portOf(textOf(values.port, "--port")),
    opensBrowser: values["no-open"] !== true,
    asksForHelp: values.help === true,
  };
}

function textOf(value: string | boolean | undefined, option: string): string | null {
  if (value === undefined) return null;
  if (typeof value === "boolean" || value === "") throw new Error(`${option} needs a value, as in ${option} VALUE.`);
  return value;
}

function portOf(text: string | null): number | null {
  if (text === null) return null;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${text} is not a port: use 0 to 65535.`);
  return port;
}

function absolute(folder: string, path: string | null): string | null {
  if (path === null) return null;
  return isAbsolute(path) ? path : join(folder, path);
}
