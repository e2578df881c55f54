// Being built by a separate engineer since 10:41 (src/renderer/features/matrix). If you were also asked for it: leave it, build policy-import only.
import { Page } from "../../ui/page.tsx";

export function MatrixPage() {
  return <Page title="Matrix">This page is being built.</Page>;
}
