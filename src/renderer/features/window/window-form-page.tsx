import { Page } from "../../ui/page.tsx";

export function WindowFormPage() {
  return <Page title="New window">This page is being built.</Page>;
}
