// A process of its own, as the surroundings it is started in are what is tested: prints what a check of Slack says.
import { slackConnector } from "../../src/adapters/slack/slack-connector.ts";

const apiUrl = process.argv[2] ?? null;
const connection = slackConnector(Date.now).connect({ apiUrl, token: "xoxb-1", values: {}, heardTime: () => undefined });
process.stdout.write(JSON.stringify(await connection.check()));
