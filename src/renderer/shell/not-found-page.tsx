import { Link } from "wouter";
import { Empty } from "../ui/empty.tsx";
import { Page } from "../ui/page.tsx";

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title="Not found">
      <Empty title="There is nothing at this address" action={<Link href="/today">Go to Today</Link>}>
        What was here may have been removed.
      </Empty>
    </Page>
  );
}
