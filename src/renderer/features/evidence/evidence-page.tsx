import { Page } from "../../ui/page.tsx";

export function EvidencePage() {
  return <Page title="Evidence">This page is being built.</Page>;
}
