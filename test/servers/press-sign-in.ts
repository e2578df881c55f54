/** Presses a button of the sign-in service's page, as a browser does: its form goes where it says. */
export async function pressSignIn(
  url: string,
  button: "Accept" | "Cancel",
  changes: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const page = await (await fetch(url)).text();
  const form = page.split("<form").find((part) => part.includes(`<button>${button}`)) ?? "";
  const action = /action="([^"]+)"/u.exec(form)?.[1] ?? "";
  const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/gu)].map(([, name = "", value = ""]): [string, string] => [
    name,
    value,
  ]);
  return fetch(action, { method: "POST", body: new URLSearchParams({ ...Object.fromEntries(fields), ...changes }) });
}
