import { Page } from "../../ui/page.tsx";

export function MatrixPage() {
  return <Page title="Matrix">This page is being built.</Page>;
}
