import { expect, type Locator, type Page } from "@playwright/test";
import { show, violationsOf } from "./axe.ts";

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/**
 * Axe finds nothing here in either theme. Where FOREWARN_LOOK names a folder, pictures in both themes and two sizes are kept in
 * it for whoever wants to look, with the element in view that it is about.
 */
export async function look(page: Page, name: string, about?: Locator): Promise<void> {
  await picture(page, name, about);
  expect(await violationsOf(page), name).toEqual([]);
}

/** Only the pictures, of a screen that is made of the same parts as one that axe looked at. */
export async function picture(page: Page, name: string, about?: Locator): Promise<void> {
  const folder = process.env.FOREWARN_LOOK;
  if (folder !== undefined) await takePictures(page, `${folder}/${name}`, about);
}

async function takePictures(page: Page, path: string, about: Locator | undefined): Promise<void> {
  const usual = page.viewportSize();
  for (const scheme of ["light", "dark"] as const) {
    await show(page, scheme);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await about?.scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${path}-${scheme}-${size.width}.png`, animations: "disabled", fullPage: true });
    }
  }
  if (usual !== null) await page.setViewportSize(usual);
}
