/** Microsoft's clouds: each with its own sign-in, its own Graph and its own app registrations. */
export const microsoftClouds = {
  global: {
    label: "Global or GCC",
    login: "https://login.microsoftonline.com",
    graph: "https://graph.microsoft.com/v1.0",
  },
  gccHigh: {
    label: "GCC High (US Government L4)",
    login: "https://login.microsoftonline.us",
    graph: "https://graph.microsoft.us/v1.0",
  },
  dod: {
    label: "DoD (US Government L5)",
    login: "https://login.microsoftonline.us",
    graph: "https://dod-graph.microsoft.us/v1.0",
  },
} as const;

export type MicrosoftCloud = keyof typeof microsoftClouds;

/** The cloud of a connection; the global one where none was said. */
export function cloudOf(values: Readonly<Record<string, string>>): MicrosoftCloud {
  return values.cloud === "gccHigh" || values.cloud === "dod" ? values.cloud : "global";
}
