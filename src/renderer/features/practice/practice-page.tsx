import { Page } from "../../ui/page.tsx";

export function PracticePage() {
  return <Page title="Practice mailbox">This page is being built.</Page>;
}
