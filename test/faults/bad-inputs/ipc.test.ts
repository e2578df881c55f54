import { expect, test } from "vitest";
import { exampleBackend, rowsOf } from "../doors/open-doors.ts";
import { openIpcDoor } from "../doors/open-ipc-door.ts";
import { ipcMessages } from "./ipc.ts";

test.each(ipcMessages)("$name: $expected", async ({ message, frame, isAnswered }) => {
  const backend = await exampleBackend();
  const door = openIpcDoor(backend);
  const before = rowsOf(backend);
  const heard = await door.send(frame, message, isAnswered ? 5_000 : 30);
  expect(heard.map(({ kind }) => kind)).toEqual(isAnswered ? ["error"] : []);
  expect(rowsOf(backend)).toBe(before);
});
