import { Page } from "../../ui/page.tsx";

export function WindowPage() {
  return <Page title="Window">This page is being built.</Page>;
}
