import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createFile } from "../../src/adapters/sqlite/migrate-file.ts";
import { initial } from "../../src/adapters/sqlite/migrations/0001-initial.ts";
import { openedStore, temporaryFile } from "../builders/temporary-store.ts";

const olderFacts = {
  expectedDowntimeMinutes: null,
  customersAffected: true,
  reason: "",
  effect: "",
  toDo: "",
  rollbackPlan: "",
  lead: "DevOps Engineer",
  communicationOwner: "",
  references: [],
  createdAt: 1,
  outcome: { kind: "open" },
  formerTimes: [],
};

test("a window from before has no engineers, no group and no short notice, and its lead and customers can be asked for", () => {
  const file = temporaryFile();
  createFile(file, [initial]);
  const database = new DatabaseSync(file);
  const insert = database.prepare(
    "INSERT INTO window VALUES (NULL, ?, ?, 'Resize', 'c', '[]', 'none', 1, '', 'UTC', 2, '', 'UTC', 'open', 1, '', ?)",
  );
  insert.run("led", "FW-1", JSON.stringify(olderFacts));
  insert.run("leaderless", "FW-2", JSON.stringify({ ...olderFacts, lead: "", customersAffected: false }));
  database.close();
  openedStore(file).read((reading) => {
    expect(reading.window("led")).toMatchObject({ engineers: [], group: null, shortNotice: null });
    expect(
      reading.windowsBetween(0, 5).map(({ people, customersAffected, groupId }) => ({ people, customersAffected, groupId })),
    ).toEqual([
      { people: ["DevOps Engineer"], customersAffected: true, groupId: null },
      { people: [], customersAffected: false, groupId: null },
    ]);
  });
});
