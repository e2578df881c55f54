import { type BadInput, listed } from "./bad-input.ts";
import { calendarBombs } from "./calendar-bombs.ts";
import { calendarFiles } from "./calendar-files.ts";
import { connecting } from "./connecting.ts";
import { csvAndJson } from "./csv-and-json.ts";
import { fileNames, files } from "./files.ts";
import { httpRequests } from "./http.ts";
import { ipcMessages } from "./ipc.ts";
import { mentions } from "./mentions.ts";
import { microsoftSignIns } from "./microsoft-sign-in.ts";
import { networks, unreachables } from "./network.ts";
import { recipients } from "./recipients.ts";
import { slackSignIns } from "./slack-sign-in.ts";
import { systems } from "./systems.ts";
import { templates } from "./templates.ts";
import { texts, values } from "./text.ts";
import { times } from "./time.ts";

/** Every bad input that is tried by a test; another table is added here. */
export const badInputs: readonly BadInput[] = listed(
  texts,
  values,
  templates,
  mentions,
  recipients,
  times,
  calendarFiles,
  calendarBombs,
  csvAndJson,
  files,
  fileNames,
  ipcMessages,
  httpRequests,
  networks,
  unreachables,
  systems,
  connecting,
  microsoftSignIns,
  slackSignIns,
);
