/**
 * Where the person is within the application, read from behind the `#`: the host serves one page, and nothing a person
 * typed is ever part of a request.
 */
export function currentPlace(): { readonly path: string; readonly search: string } {
  const [path = "", search = ""] = location.hash.replace(/^#?\/?/u, "").split("?", 2);
  return { path: `/${path}`, search };
}
