import { Page } from "../../ui/page.tsx";

export function ComposePage() {
  return <Page title="Compose">This page is being built.</Page>;
}
