// `npm run screenshots`: builds what has changed and makes the README's pictures (docs/images) by driving the app.
import { join } from "node:path";
import { buildWhenChanged, environment, installPackages, root, run, say, tool } from "./set-up.mjs";

await installPackages();
const built = await buildWhenChanged();
if (built.code !== 0) say(built.output);
const words = ["test", "--config", join("scripts", "screenshots.config.ts")];
const made = built.code === 0 ? await run(tool("playwright"), words, { shows: true, env: environment() }) : built;
if (made.code === 0) say(`The pictures are in ${join(root, "docs", "images")}.`);
process.exitCode = made.code;
