// `npm run notices:gallery`: draws every default notice as it arrives in mail, Slack and Teams, for docs/notices.md.
import { join } from "node:path";
import { environment, installPackages, root, run, say } from "./set-up.mjs";

await installPackages();
const { code } = await run("node", [join("test", "gallery", "make-gallery.ts")], { shows: true, env: environment() });
if (code === 0) say(`The pictures are in ${join(root, "docs", "images", "notices")}.`);
process.exitCode = code;
