import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Browser, chromium, type Locator, type Page } from "@playwright/test";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { chromiumFlags, findTestChromium } from "../../scripts/find-chromium.mjs";
import { themeVariables } from "../../scripts/vite-plugin-theme-variables.ts";
import { voices } from "../../src/core/domain/directory.ts";
import { stages } from "../../src/core/domain/matrix.ts";
import { mailOf, type Picture, picturesOfNotices } from "./pictures.ts";

// `npm run notices:gallery`: pictures of every default notice in mail, Slack and Teams, and their list in docs/notices.md.

const root = resolve(import.meta.dirname, "..", "..");
const built = join(root, ".cache", "gallery");
/** Only these, by the beginning of their names, while looking for how they should be. */
const wanted = process.argv.slice(2);
const images = join(root, "docs", "images", "notices");
const page = join(root, "docs", "notices.md");
const origin = "http://gallery.invalid";
const types: Readonly<Record<string, string>> = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  woff2: "font/woff2",
};
/** A picture in the docs weighs at most this many bytes. */
const heaviest = 100_000;
/** The notice whose mail is shown at every width. */
const shownAtWidths = "rescheduled-customer";

await build({
  root: import.meta.dirname,
  base: "./",
  configFile: false,
  logLevel: "warn",
  plugins: [react(), themeVariables()],
  build: { outDir: built, emptyOutDir: true, assetsInlineLimit: 0, minify: false },
});
if (wanted.length === 0) rmSync(images, { recursive: true, force: true });
mkdirSync(images, { recursive: true });
const executablePath = findTestChromium();
const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath === null ? {} : { executablePath }) });
const press = await browser.newPage();
try {
  const pictures = picturesOfNotices();
  await drawNotices(browser, pictures);
  const atWidths = pictures.find(({ name }) => name === shownAtWidths);
  if (atWidths !== undefined && isWanted("mail")) await drawWidths(browser, mailOf(atWidths));
  writeList(pictures);
} finally {
  await browser.close();
}

function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.some((beginning) => name.startsWith(beginning));
}

async function drawNotices(inside: Browser, pictures: readonly Picture[]): Promise<void> {
  const tab = await inside.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  await tab.route("**/*", (route) => {
    const name = new URL(route.request().url()).pathname.replace(/^\/$/u, "/index.html");
    const type = types[name.split(".").at(-1) ?? ""];
    return type === undefined ? route.abort() : route.fulfill({ body: readFileSync(join(built, name)), contentType: type });
  });
  await tab.goto(`${origin}/`);
  for (const picture of pictures.filter(({ name }) => isWanted(name))) {
    await tab.evaluate((one) => window.draw(one), picture);
    await tab.evaluate(() => document.fonts.ready);
    // The mail's frame takes the height of its content once it has loaded.
    await tab.frameLocator("iframe").locator("h1").waitFor();
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await shoot(tab, picture.name, await areaOf(tab.locator("main")));
  }
  await tab.close();
}

/** The mail by itself, as wide as a phone, a tablet and a desk, in the light and in the dark; and twice as large on a phone. */
async function drawWidths(inside: Browser, html: string): Promise<void> {
  for (const scheme of ["light", "dark"] as const) {
    for (const [width, zoom] of [
      [320, 1],
      [600, 1],
      [1200, 1],
      [640, 2],
    ] as const) {
      const tab = await inside.newPage({
        viewport: { width: width / zoom, height: 400 },
        deviceScaleFactor: zoom,
        colorScheme: scheme,
      });
      await tab.setContent(html);
      const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) throw new Error(`The mail is ${overflow} px too wide for ${width} px`);
      const name = `mail-${width}-${scheme}${zoom === 1 ? "" : "-enlarged"}`;
      await shoot(tab, name, await areaOf(tab.locator("html")));
      await tab.close();
    }
  }
}

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

async function areaOf(place: Locator): Promise<Area> {
  const area = await place.boundingBox();
  if (area === null) throw new Error("There is nothing to take a picture of");
  return area;
}

/** WebP without loss, which Playwright does not write by itself, in few colours: screens are flat, and a picture in the docs small. */
async function shoot(tab: Page, name: string, clip: Area): Promise<void> {
  const png = await tab.screenshot({ clip, fullPage: true, animations: "disabled" });
  const file = join(images, `${name}.webp`);
  let size = 0;
  for (const colours of [40, 28, 20]) {
    const webp = Buffer.from(await press.evaluate(pressed, { png: png.toString("base64"), colours }), "base64");
    size = webp.length;
    writeFileSync(file, webp);
    process.stdout.write(`${name}.webp  ${colours} colours, ${Math.ceil(size / 1000)} kB\n`);
    if (size <= heaviest) return;
  }
  throw new Error(`${name}.webp weighs ${size} bytes: make it smaller`);
}

/** In the browser: each pixel takes the nearest of the commonest colours, so that flat grounds stay exactly as they are. */
async function pressed({ png, colours }: { readonly png: string; readonly colours: number }): Promise<string> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("The browser draws nothing");
  context.drawImage(image, 0, 0);
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  const pixels = new Uint32Array(picture.data.buffer);
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const kept = [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, colours)
    .map(([colour]) => colour);
  const parts = (colour: number): readonly number[] => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
  const distance = (one: number, other: number): number => {
    const others = parts(other);
    return parts(one).reduce((sum, part, index) => sum + (part - (others[index] ?? 0)) ** 2, 0);
  };
  const nearest = new Map(
    [...counts.keys()].map((colour) => [
      colour,
      kept.reduce((best, next) => (distance(colour, next) < distance(colour, best) ? next : best), kept[0] ?? colour),
    ]),
  );
  pixels.forEach((pixel, index) => {
    pixels[index] = nearest.get(pixel) ?? pixel;
  });
  context.putImageData(picture, 0, 0);
  // Without loss at the highest quality, which is what canvas makes of 1.
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/webp", 1));
  const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** Writes the list between its marks in docs/notices.md; what else stands there stays. */
function writeList(pictures: readonly Picture[]): void {
  const [begin, end] = ["<!-- gallery: written by npm run notices:gallery -->", "<!-- end of the gallery -->"] as const;
  const link = (stage: string, voice: string): string => {
    const picture = pictures.find((one) => one.stage === stage && one.voice === voice);
    return picture === undefined
      ? ""
      : `[![${picture.title}](images/notices/${picture.name}.webp)](images/notices/${picture.name}.webp)`;
  };
  const rows = stages.map((stage) => {
    const name = pictures.find((one) => one.stage === stage)?.title.split(",")[0] ?? stage;
    return `| **${name}** | ${voices.map((voice) => link(stage, voice)).join(" | ")} |`;
  });
  const widths = ["light", "dark"].flatMap((scheme) =>
    ["320", "600", "1200"].map((width) => `[${width} px, ${scheme}](images/notices/mail-${width}-${scheme}.webp)`),
  );
  const enlarged = ["light", "dark"].map((scheme) => `[${scheme}](images/notices/mail-640-${scheme}-enlarged.webp)`);
  const written = [
    begin,
    "",
    "One picture a stage and audience, made by the application's own renderers and previews over the example window: the mail (with",
    "its line in a phone's list), the message in Slack with what follows in its thread, and the post in Teams.",
    "",
    `| | ${["Internal teams", "Business", "Customers", "Executives"].join(" | ")} |`,
    `| --- | ${voices.map(() => "---").join(" | ")} |`,
    ...rows,
    "",
    `The mail of a moved window by itself: ${widths.join(" · ")}; at 200 % on 640 px: ${enlarged.join(" · ")}.`,
    "",
    end,
  ].join("\n");
  const before = readFileSync(page, "utf8");
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  const after =
    from === -1 || to === -1
      ? `${before.trimEnd()}\n\n## Gallery\n${written}\n`
      : `${before.slice(0, from)}${written}${before.slice(to + end.length)}`;
  writeFileSync(page, after);
}
