import { Page } from "../../ui/page.tsx";

export function PolicyImportPage() {
  return <Page title="Import a policy">This page is being built.</Page>;
}
