import { readFileSync } from "node:fs";
import { expect, test } from "./desk.ts";
import { look } from "./look.ts";
const read = (n: string) => readFileSync(new URL(`../policies/corpus/${n}`, import.meta.url), "utf8");
test("looks", async ({ newcomer: { page, welcome, policyImport } }) => {
  test.setTimeout(300_000);
  await welcome.create("Paste a policy", "Exchange platform", "Europe/London");
  for (const name of ["09-headings-bullets.md", "03-stacked-headers.html", "12-joined-tables.md", "27-list-beside-table.md", "25-prose.md", "17-timings.md"]) {
    await policyImport.read(read(name));
    await expect(policyImport.whatWasRead).toBeVisible();
    await look(page, name);
    await page.getByRole("button", { name: /^Start over/ }).click();
    await policyImport.source.fill("");
  }
});
