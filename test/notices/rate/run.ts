// `npm run notices:rate`: rates every default template, prints it, and writes it into docs/notices.md.
import { readFileSync, writeFileSync } from "node:fs";
import { defaultTemplates } from "../../builders/templates.ts";
import { rateTemplates } from "./rating.ts";
import { docWithRatings, summaryOf, tableOf } from "./table.ts";

const place = new URL("../../../docs/notices.md", import.meta.url);
const ratings = rateTemplates(defaultTemplates());
process.stdout.write(`${tableOf(ratings)}\n\n${summaryOf(ratings)}\n`);
writeFileSync(place, docWithRatings(readFileSync(place, "utf8"), ratings));
if (ratings.some(({ misses }) => misses.length > 0)) process.exitCode = 1;
