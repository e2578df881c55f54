import { Page } from "../../ui/page.tsx";

export function DirectoryPage() {
  return <Page title="Directory">This page is being built.</Page>;
}
