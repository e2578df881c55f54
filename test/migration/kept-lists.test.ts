import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createFile } from "../../src/adapters/sqlite/migrate-file.ts";
import { initial } from "../../src/adapters/sqlite/migrations/0001-initial.ts";
import { trustedSending } from "../../src/adapters/sqlite/migrations/0002-trusted-sending.ts";
import { sealedDeliveries } from "../../src/adapters/sqlite/migrations/0003-sealed-deliveries.ts";
import { planning } from "../../src/adapters/sqlite/migrations/0004-planning.ts";
import { counterparts } from "../../src/adapters/sqlite/migrations/0005-counterparts.ts";
import type { KeptListed, ListName } from "../../src/core/ports/store.ts";
import { openedStore, temporaryFile } from "../builders/temporary-store.ts";

const channels: ListName = { kind: "slack", what: "channel", within: null };
const listed: KeptListed = { what: "channel", id: "C1", name: "#changes", detail: "", problem: null, fetchedAt: 7 };

test("a file from before has no lists, and keeps those of each connection, kind and team apart", () => {
  const file = temporaryFile();
  createFile(file, [initial, trustedSending, sealedDeliveries, planning, counterparts]);
  const database = new DatabaseSync(file);
  database.exec("INSERT INTO connection (kind, api_url, account, checked_at) VALUES ('slack', NULL, 'Coordinator', 5)");
  database.close();
  const store = openedStore(file);
  const keptOf = (name: ListName) => store.read((reading) => reading.keptList(name));
  expect(keptOf(channels)).toEqual([]);
  const inTeam: ListName = { kind: "graph", what: "channel", within: "team-1" };
  store.write((writing) => {
    writing.keepListed(channels, { ...listed, name: "#old-name" });
    writing.keepListed(channels, listed);
    writing.keepListed(inTeam, { ...listed, problem: "Not there" });
  });
  expect(keptOf(channels)).toEqual([listed]);
  expect(keptOf(inTeam)).toEqual([{ ...listed, problem: "Not there" }]);
  expect(keptOf({ ...inTeam, within: "team-2" })).toEqual([]);
  store.write((writing) => writing.forgetList(inTeam));
  expect(keptOf(inTeam)).toEqual([]);

  // Signed in as somebody else: what the one saw is not for the other.
  const [settings] = store.read((reading) => reading.connections());
  if (settings === undefined) throw new Error("no connection");
  store.write((writing) => writing.saveConnection({ ...settings, checkedAt: 6 }));
  expect(keptOf(channels)).toEqual([listed]);
  store.write((writing) => writing.saveConnection({ ...settings, account: "Somebody else" }));
  expect(keptOf(channels)).toEqual([]);
  store.write((writing) => {
    writing.keepListed(channels, listed);
    writing.removeConnection("slack");
  });
  expect(keptOf(channels)).toEqual([]);
  store.close();
});
