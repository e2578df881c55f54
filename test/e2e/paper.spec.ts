import { show } from "./axe.ts";
import { expect, test } from "./desk.ts";

test("the matrix goes on paper whole, and says by itself whose it is; what a dark screen shows is printed dark on light", async ({
  desk: { page, shell },
}) => {
  await shell.goTo("Matrix");
  await show(page, "dark");
  const addPolicy = page.getByRole("link", { name: "Import policy" });
  await expect(addPolicy).toBeVisible();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  // The sheet between its margins, A4 on its side.
  const sheet = { width: 1039, height: 711 };
  await page.setViewportSize(sheet);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "light");
  await expect(page.getByRole("heading", { name: "HIE platform: communication matrix" })).toBeVisible();
  await expect(addPolicy).toBeHidden();
  await expect(shell.rail).toBeHidden();
  const lastColumn = await page.getByRole("columnheader", { name: "Product and business stakeholders" }).boundingBox();
  expect((lastColumn?.x ?? 0) + (lastColumn?.width ?? Number.NaN)).toBeLessThanOrEqual(sheet.width);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
});
