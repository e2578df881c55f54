import "../../theme/form-styles.ts";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import type { UptimeView } from "../../../core/app/uptime/uptime.ts";
import { monthOf } from "../../../core/domain/uptime/uptime-month.ts";
import { trpc } from "../../api/trpc.ts";
import { useCoordinatorZone, useWorkspace } from "../../api/use-workspace.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { GuardedDrawer } from "../../ui/guarded-drawer.tsx";
import { IconGauge } from "../../ui/icons.ts";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { timeText } from "../../ui/time-words.ts";
import type { OpenOutage } from "./open-outage.ts";
import { OutageForm } from "./outage-form.tsx";
import { ServiceUptimePanel } from "./service-uptime.tsx";
import classes from "./uptime.module.css";
import { UptimeExports } from "./uptime-exports.tsx";
import { WithoutPromise } from "./without-promise.tsx";

/** What of the promised uptime each service used, and what is planned to be used, month by month. */
export function UptimePage() {
  const answer = useQuery(trpc.uptime.view.queryOptions());
  const [open, setOpen] = useState<OpenOutage | null>(null);
  const view = answer.data;
  return (
    <Page
      title="Uptime"
      detail="What was promised, used and is left"
      actions={
        view !== undefined &&
        view.services.length > 0 && (
          <Button variant="default" onClick={() => setOpen({ outage: null, serviceId: view.services[0]?.id ?? "" })}>
            Record an outage
          </Button>
        )
      }
    >
      <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />
      {view === undefined && answer.error === null && <Loading what="Counting" />}
      {view !== undefined && <Services view={view} onOpen={setOpen} />}
      <GuardedDrawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        size={460}
        title={open?.outage === null ? "Record an unplanned outage" : "Unplanned outage"}
      >
        {open !== null && view !== undefined && (
          <OutageForm
            key={open.outage?.id ?? ""}
            outage={open.outage}
            serviceId={open.serviceId}
            services={view.services}
            onDone={() => setOpen(null)}
          />
        )}
      </GuardedDrawer>
    </Page>
  );
}

function Services({ view, onOpen }: { readonly view: UptimeView; readonly onOpen: (open: OpenOutage) => void }) {
  const [search] = useSearchParams();
  const zone = useCoordinatorZone();
  const workspace = useWorkspace();
  const promised = view.services.filter(({ promisedUptime }) => promisedUptime !== null);
  if (promised.length === 0) {
    return (
      <Empty
        icon={IconGauge}
        title="No uptime is promised yet"
        action={<Link href="/directory?kind=service">Open the Directory</Link>}
      >
        Set a service's promised uptime in the Directory, as 99.9 per cent of a month. What windows and outages use of it is
        counted here, with what is left.
      </Empty>
    );
  }
  return (
    <article className={classes.sheet} data-print-sheet>
      <header className={classes.head}>
        <p className={classes.rule}>
          {view.countsPlanned
            ? "Planned outages and unplanned ones count against the promise."
            : "Only unplanned outages count against the promise: planned ones are shown and take nothing."}{" "}
          A window with an outage is counted for its expected interruption, and for no longer than it took.{" "}
          <Link href="/settings?part=workspace" className={classes.noPrint}>
            Change in Settings
          </Link>
          <span className={classes.asOf}>
            {" "}
            {workspace?.name}, as of {timeText(view.countedAt, zone, "exact")}.
          </span>
        </p>
        <UptimeExports />
      </header>
      {promised.map((service) => (
        <ServiceUptimePanel
          key={service.id}
          service={service}
          now={monthOf(view.countedAt, service.zone)}
          initialMonth={search.get("service") === service.id ? search.get("month") : null}
          onOpen={onOpen}
        />
      ))}
      <WithoutPromise services={view.services.filter(({ promisedUptime }) => promisedUptime === null)} />
    </article>
  );
}
