import { largeWorkspace } from "../builders/large-workspace.ts";
import { serveBarePage } from "./bare-page.ts";
import { launchBrowser, markedAt, openContext, openPage, shownAt, timeToShow } from "./browser.ts";
import { builtPage } from "./built.ts";
import type { Group } from "./figure.ts";
import { fiveYears } from "./large-files.ts";
import { startHost } from "./processes.ts";
import { repeated } from "./repeated.ts";

/** What Today shows last: the week's windows. The lists above it are drawn with it or before. */
const today = 'section[aria-label="Needs you"] ~ section[aria-label="This week by service"] tbody a';

/** The mark that the application sets when it has taken the frame over; see `kept-presses.ts`. */
const takenOver = "application is there";

/** From the navigation to the painted frame with Today's lists, in a browser that has nothing cached; and a bare page beside it. */
export const todayPage: Group = {
  name: "today",
  async measure(say) {
    const file = fiveYears(say);
    say("Building the bare page …");
    const browser = await launchBrowser();
    const app = startHost(file, builtPage);
    const { now } = largeWorkspace;
    const bare = await serveBarePage(browser, now);
    try {
      say("Opening Today and the bare page in turn …");
      const times = await repeated(async () => {
        const bareTime = await bare.open();
        const context = await openContext(browser, { shows: today, now });
        const page = await openPage(context);
        const cold = await timeToShow(page, await app.newAddress());
        const buttons = await markedAt(page, takenOver);
        await page.reload();
        const warm = await shownAt(page);
        await context.close();
        return { bare: bareTime, cold, buttons, warm };
      });
      return [
        { name: "navigation to a usable Today", unit: "ms", values: times.map(({ cold }) => cold), target: bare.targetHere(150) },
        bare.figure(),
        { name: "  how many bare pages that is", unit: "×", values: times.map((time) => time.cold / time.bare), target: null },
        { name: "  until its buttons act at once", unit: "ms", values: times.map(({ buttons }) => buttons), target: null },
        { name: "  Today again, from the cache", unit: "ms", values: times.map(({ warm }) => warm), target: null },
      ];
    } finally {
      await browser.close();
      await Promise.all([app.stop(), bare.stop()]);
    }
  },
};
