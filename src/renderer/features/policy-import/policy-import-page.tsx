// Being built by a separate engineer since 10:44. If you were also asked for it: leave it; finish the reading and its tests.
import { Page } from "../../ui/page.tsx";

export function PolicyImportPage() {
  return <Page title="Import a policy">This page is being built.</Page>;
}
