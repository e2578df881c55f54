import { expect, test } from "vitest";
import type { CalendarFeed } from "../../../../src/core/domain/calendar/calendar-feed.ts";
import type { WindowProposal } from "../../../../src/core/domain/calendar/window-proposal.ts";
import type { Freeze } from "../../../../src/core/domain/conflicts/freeze.ts";
import { hour } from "../../../../src/core/domain/instant.ts";
import type { Series } from "../../../../src/core/domain/recurrence/series.ts";
import type { UnplannedOutage } from "../../../../src/core/domain/uptime/unplanned-outage.ts";
import { sampleNow, sampleWindow } from "../../../builders/samples.ts";
import { openedStore, temporaryFile } from "../../../builders/temporary-store.ts";

const { start, end, zone, ...facts } = sampleWindow();
const series: Series = {
  id: "series-1",
  rule: "FREQ=MONTHLY;BYDAY=1SU",
  start: "2026-12-06T02:00",
  zone,
  lengthMinutes: 120,
  exceptions: ["2027-01-03T02:00"],
  facts,
  createdAt: sampleNow,
  revision: 1,
  plannedUntil: sampleNow,
};
const freeze: Freeze = {
  id: "freeze-1",
  name: "Year end",
  start,
  end,
  serviceIds: [],
  customerIds: [],
  reason: "Closing the books",
};
const outage: UnplannedOutage = {
  id: "outage-1",
  serviceId: "service-1",
  startAt: sampleNow,
  endAt: sampleNow + hour,
  note: "Disk full",
};
const feed: CalendarFeed = {
  id: "feed-1",
  name: "Hospital IT",
  fileName: null,
  tokenHash: "a".repeat(64),
  filter: { serviceIds: [], customerIds: ["customer-1"], impacts: ["outage"] },
  createdAt: sampleNow,
};
const proposal: WindowProposal = {
  id: "proposal-1",
  uid: "42@carrier.example.org",
  sequence: 1,
  receivedAt: sampleNow,
  source: "carrier.ics",
  asks: "add",
  windowId: null,
  state: "open",
  says: {
    title: "Fibre works",
    startAt: start.at,
    endAt: end.at,
    zone,
    impact: "outage",
    description: "",
    provider: "Carrier",
    organizer: "",
    reference: "42",
    objects: ["circuit 7"],
  },
};

test("series, freezes, outages, feeds and proposals are there after the file was closed and opened", () => {
  const file = temporaryFile();
  const first = openedStore(file);
  first.write((writing) => {
    writing.saveSeries(series);
    writing.saveFreeze(freeze);
    writing.saveOutage(outage);
    writing.saveFeed(feed);
    writing.saveProposal(proposal);
  });
  first.close();
  openedStore(file).read((reading) => {
    expect(reading.series("series-1")).toEqual(series);
    expect(reading.allSeries()).toEqual([series]);
    expect(reading.freezes()).toEqual([freeze]);
    expect(reading.feeds()).toEqual([feed]);
    expect(reading.proposal("proposal-1")).toEqual(proposal);
    expect(reading.outagesBetween(sampleNow + 1, sampleNow + 2)).toEqual([outage]);
    expect(reading.outagesBetween(outage.endAt, outage.endAt + hour)).toEqual([]);
  });
});

test("the windows of a change are found by it, by start, and what is removed is gone", () => {
  const store = openedStore(temporaryFile());
  const group = { kind: "change", id: "change-1", title: "Move to the new data centre" } as const;
  const later = { start: { ...start, at: start.at + hour }, end: { ...end, at: end.at + hour } };
  store.write((writing) => {
    writing.saveWindow(sampleWindow({ id: "second", reference: "FW-2", group, ...later }));
    writing.saveWindow(sampleWindow({ id: "first", reference: "FW-1", group }));
    writing.saveWindow(sampleWindow({ id: "alone", reference: "FW-3" }));
    writing.saveFreeze(freeze);
    writing.removeFreeze(freeze.id);
    writing.saveOutage(outage);
    writing.removeOutage(outage.id);
    writing.saveFeed(feed);
    writing.removeFeed(feed.id);
  });
  store.read((reading) => {
    expect(reading.windowsOfGroup("change-1").map(({ id }) => id)).toEqual(["first", "second"]);
    expect(reading.freezes()).toEqual([]);
    expect(reading.feeds()).toEqual([]);
    expect(reading.outagesBetween(0, Number.MAX_SAFE_INTEGER)).toEqual([]);
  });
});

test("of what was said under one UID the last counts, and what was decided is open no more", () => {
  const store = openedStore(temporaryFile());
  store.write((writing) => {
    writing.saveProposal(proposal);
    writing.saveProposal({ ...proposal, state: "taken", windowId: "window-1" });
    writing.saveProposal({ ...proposal, id: "proposal-2", sequence: 2, asks: "cancel", receivedAt: sampleNow + 1 });
  });
  store.read((reading) => {
    expect(reading.proposals("open", 10).map(({ id }) => id)).toEqual(["proposal-2"]);
    expect(reading.proposal("proposal-1")?.state).toBe("taken");
    expect(reading.proposalOf(proposal.uid)?.sequence).toBe(2);
    expect(reading.proposalOf("unheard")).toBeNull();
  });
});
