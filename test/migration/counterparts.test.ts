import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createFile } from "../../src/adapters/sqlite/migrate-file.ts";
import { initial } from "../../src/adapters/sqlite/migrations/0001-initial.ts";
import { trustedSending } from "../../src/adapters/sqlite/migrations/0002-trusted-sending.ts";
import { sealedDeliveries } from "../../src/adapters/sqlite/migrations/0003-sealed-deliveries.ts";
import { planning } from "../../src/adapters/sqlite/migrations/0004-planning.ts";
import type { Counterpart } from "../../src/core/domain/counterpart.ts";
import { sampleWindow } from "../builders/samples.ts";
import { openedStore, temporaryFile } from "../builders/temporary-store.ts";

test("a connection from before has nothing filled in and no end, and windows can be kept in other systems from then on", () => {
  const file = temporaryFile();
  createFile(file, [initial, trustedSending, sealedDeliveries, planning]);
  const database = new DatabaseSync(file);
  database.exec("INSERT INTO connection (kind, api_url, account, checked_at) VALUES ('slack', NULL, 'Coordinator', 5)");
  database.close();
  const store = openedStore(file);
  expect(store.read((reading) => reading.connections())).toEqual([
    {
      kind: "slack",
      apiUrl: null,
      account: "Coordinator",
      checkedAt: 5,
      values: {},
      lastSuccessAt: null,
      expiresAt: null,
      paused: null,
    },
  ]);

  const window = sampleWindow();
  const kept: Counterpart = {
    id: "kept",
    windowId: window.id,
    kind: "pagerDuty",
    place: { ids: ["PEHR01"], name: "Patient records", record: null },
    held: null,
    inStepWith: "",
    state: { kind: "behind", since: 1, tries: 0, nextAt: 10, detail: "" },
  };
  const done: Counterpart = { ...kept, id: "done", state: { kind: "inStep", since: 1 } };
  store.write((writing) => {
    writing.saveWindow(window);
    writing.saveCounterpart(kept);
    writing.saveCounterpart(done, window);
  });
  const toDo = (now: number): readonly string[] => store.read((reading) => reading.counterpartIdsToDo(now, 10));
  expect(store.read((reading) => reading.counterpartsOf(window.id))).toEqual([kept, done]);
  expect(toDo(9)).toEqual([]);
  expect(toDo(10)).toEqual(["kept"]);
  // A window that changed brings back what was in step with it.
  store.write((writing) => writing.saveWindow({ ...window, revision: window.revision + 1 }));
  expect(toDo(9)).toEqual(["done"]);
  // Not so what is only heard of it meanwhile.
  store.write((writing) => writing.saveCounterpart(done));
  expect(toDo(9)).toEqual(["done"]);
  store.write((writing) => {
    writing.saveCounterpart({ ...kept, state: { kind: "working", since: 2, leaseUntil: 20 } });
    writing.removeCounterpart("done");
  });
  expect(store.read((reading) => [reading.counterpartIdsIn("working"), reading.counterpart("done")])).toEqual([["kept"], null]);
});
