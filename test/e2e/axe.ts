import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Everything axe finds: all rules in the light theme, and in the dark one those that colours decide. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await show(page, "light");
  const light = (await axe(page)).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
  const inLight = await light.analyze();
  await show(page, "dark");
  const inDark = await (await axe(page)).withRules(["color-contrast", "link-in-text-block"]).analyze();
  return [
    ...inLight.violations.map((violation) => `light: ${inWords(violation)}`),
    ...inDark.violations.map((violation) => `dark: ${inWords(violation)}`),
  ];
}

/** Shows the page in a theme, as a change of the system's would. */
export async function show(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
}

/**
 * Without a blank page of its own at each run, which costs more than the run; frames that run no scripts are left out either
 * way. What is in order is not described, and the half megabyte of axe is read once a page, not four times a screen.
 */
async function axe(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => "axe" in window);
  const builder = new AxeBuilder(isThere ? { page, axeSource: "void 0" } : { page });
  return builder.setLegacyMode(true).options({ resultTypes: ["violations"] });
}

type Violation = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"][number];

function inWords({ id, nodes }: Violation): string {
  return `${id}: ${nodes.map(({ target, html }) => `${target.join(" ")} ${html.slice(0, 160)}`).join(" | ")}`;
}
