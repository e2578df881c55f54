import type { Dialog, Shell } from "electron";

/** Hosts whose pages this product points to: the providers of its channels, and where references usually live. */
const knownHosts = [
  "slack.com",
  "slack-gov.com",
  "microsoft.com",
  "microsoftonline.com",
  "microsoftonline.us",
  "office.com",
  "office365.com",
  "atlassian.net",
  "service-now.com",
  "pagerduty.com",
  "statuspage.io",
  "github.com",
  "datadoghq.com",
  "ddog-gov.com",
] as const;

/** What to do with an address the page wants opened outside: only https, without credentials, and unknown hosts ask the person. */
export function judgeExternalLink(address: string): "open" | "ask" | "refuse" {
  const url = URL.parse(address);
  if (url === null || url.protocol !== "https:" || url.username !== "" || url.password !== "") return "refuse";
  const isKnown = knownHosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  return isKnown ? "open" : "ask";
}

/** Opens an address in the person's browser. Resolves to whether it was opened. */
export async function openExternalLink(
  address: string,
  { shell, dialog }: { readonly shell: Pick<Shell, "openExternal">; readonly dialog: Pick<Dialog, "showMessageBox"> },
): Promise<boolean> {
  const judgement = judgeExternalLink(address);
  if (judgement === "refuse") return false;
  if (judgement === "ask") {
    const { response } = await dialog.showMessageBox({
      type: "question",
      message: `Open ${new URL(address).host} in your browser?`,
      detail: address,
      buttons: ["Open", "Cancel"],
      defaultId: 1,
      cancelId: 1,
    });
    if (response !== 0) return false;
  }
  await shell.openExternal(address);
  return true;
}
