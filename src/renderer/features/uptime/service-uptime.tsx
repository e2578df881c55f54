import { useState } from "react";
import type { ServiceUptime } from "../../../core/app/uptime/uptime.ts";
import type { Month } from "../../../core/domain/uptime/uptime-month.ts";
import { describePercent } from "../../../core/domain/uptime/uptime-text.ts";
import { Panel } from "../../ui/panel.tsx";
import { MonthBars } from "./month-bars.tsx";
import { MonthDetail } from "./month-detail.tsx";
import { MonthTable } from "./month-table.tsx";
import type { OpenOutage } from "./open-outage.ts";
import { nameOf } from "./without-promise.tsx";

type Props = {
  readonly service: ServiceUptime;
  /** The month that is running where the service is. */
  readonly now: Month;
  /** The month the address asks for, or null. */
  readonly initialMonth: Month | null;
  readonly onOpen: (open: OpenOutage) => void;
};

/** One service: its months as bars, one of them in full, and all of them as a table. */
export function ServiceUptimePanel({ service, now, initialMonth, onOpen }: Props) {
  const [chosen, setChosen] = useState(initialMonth ?? now);
  const { months, promisedUptime } = service;
  const month = months.find((one) => one.month === chosen) ?? months.find((one) => one.month === now);
  if (month === undefined || promisedUptime === null) return null;
  const name = nameOf(service.name, service.environment);
  return (
    <Panel title={name} detail={`${describePercent(promisedUptime)} promised, months of ${service.zone}`}>
      <MonthBars name={name} months={months} now={now} chosen={month.month} onChoose={setChosen} />
      <MonthDetail month={month} serviceId={service.id} name={name} onOpen={onOpen} />
      <MonthTable name={name} months={months} />
    </Panel>
  );
}
