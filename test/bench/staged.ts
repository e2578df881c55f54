import type { CDPSession, Page } from "@playwright/test";

/** What somebody does with a calendar. */
export type Act = { readonly kind: "press"; readonly button: string } | { readonly kind: "go"; readonly hash: string };

/** A calendar that is measured, on a page of its own. */
export type Contender = {
  readonly name: string;
  readonly page: Page;
  readonly session: CDPSession;
  /** A selector of its windows. */
  readonly window: string;
  readonly show: Act;
  readonly hide: Act;
  readonly next: Act;
  readonly previous: Act;
};

/** What must be seen for a page to count as shown: so many windows whose titles have the word. What is hidden does not count. */
export type Sight = { readonly word: string; readonly least: number };

/** Does something; milliseconds from it to the painted frame in which the sight is there. */
export function timeToSee({ page, window: selector }: Contender, act: Act, sight: Sight): Promise<number> {
  return page.evaluate(
    async ({ selector, act, word, least }) => {
      const isSeen = (): boolean => {
        let count = 0;
        for (const element of document.querySelectorAll(selector)) {
          if (element.textContent?.includes(word) && element.checkVisibility({ visibilityProperty: true })) count += 1;
        }
        return count >= least;
      };
      const start = performance.now();
      if (act.kind === "go") location.hash = act.hash;
      else {
        const button = document.querySelector<HTMLElement>(act.button);
        if (button === null) throw new Error(`There is no ${act.button}`);
        button.click();
      }
      for (;;) {
        const painted = await new Promise<number | null>((resolve) => {
          requestAnimationFrame(() => {
            const seen = isSeen();
            const channel = new MessageChannel();
            // Handled after the frame that was being prepared is painted.
            channel.port1.onmessage = () => resolve(seen ? performance.now() : null);
            channel.port2.postMessage(null);
          });
        });
        if (painted !== null) return painted - start;
        if (performance.now() - start > 20_000) throw new Error(`Fewer than ${least} windows of ${word} are shown.`);
      }
    },
    { selector, act, ...sight },
  );
}

/** How many windows of a month it draws, once nothing has been added or taken away for a second. */
export async function settled(contender: Contender, word: string): Promise<Sight> {
  const windows = contender.page.locator(contender.window).filter({ hasText: word, visible: true });
  await windows.first().waitFor({ state: "attached", timeout: 20_000 });
  for (let before = 0; ; ) {
    const least = await windows.count();
    if (least === before) return { word, least };
    before = least;
    await contender.page.waitForTimeout(1000);
  }
}

const steps = 20;
const way = { x: 500, y: 250 } as const;
/** Where the window is taken: the one nearest to it. */
const taken = { x: 420, y: 330 } as const;

/** Milliseconds that one step of the pointer kept the page's thread busy, from the pointer's move to the painted frames. */
export type DragFrames = { readonly mean: number; readonly longest: number };

/**
 * Takes a window across the page and back to where it was, one step at a time, each waiting for the frames that it caused.
 * Counts how long the page's thread was busy, since at 60 frames a second every quick frame would take the same 16.7 ms.
 */
export async function dragAcross({ page, session, window: selector }: Contender): Promise<DragFrames> {
  const at = await page.evaluate(
    ({ selector, taken }) => {
      const distance = ({ x, y }: { readonly x: number; readonly y: number }): number => Math.hypot(x - taken.x, y - taken.y);
      const seen = [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility({ visibilityProperty: true }));
      const middles = seen.map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      return middles.sort((one, other) => distance(one) - distance(other))[0] ?? taken;
    },
    { selector, taken },
  );
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const pointer = await holdAt(session, at);
  // The first step is one in which a drag of the browser's own begins.
  await pointer.moveTo({ x: at.x + 6, y: at.y });
  const frames: number[] = [];
  for (let step = 1; step <= steps; step += 1) {
    const before = await busy(session);
    await pointer.moveTo({ x: at.x + (way.x * step) / steps, y: at.y + (way.y * step) / steps });
    await twoFrames(session);
    frames.push((await busy(session)) - before);
  }
  await pointer.moveTo(at);
  await twoFrames(session);
  await page.keyboard.press("Escape");
  await pointer.letGo(at);
  return { mean: frames.reduce((sum, each) => sum + each, 0) / steps, longest: Math.max(...frames) };
}

async function busy(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1000;
}

async function twoFrames(session: CDPSession): Promise<void> {
  const expression = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))";
  await session.send("Runtime.evaluate", { expression, awaitPromise: true });
}

type DragData = {
  readonly items: { readonly mimeType: string; readonly data: string }[];
  readonly dragOperationsMask: number;
};
type Point = { readonly x: number; readonly y: number };

/**
 * Presses the mouse on a point. A calendar that drags with the browser's own drag and drop gets its events the same way
 * as one that follows the pointer: the browser's drag is taken over as soon as it begins.
 */
async function holdAt(session: CDPSession, at: Point) {
  let data: DragData | null = null;
  const onDrag = (event: { readonly data: DragData }): void => {
    data = event.data;
  };
  session.on("Input.dragIntercepted", onDrag);
  await session.send("Input.setInterceptDrags", { enabled: true });
  const mouse = (type: "mouseMoved" | "mousePressed" | "mouseReleased", point: Point, isDown: boolean) =>
    session.send("Input.dispatchMouseEvent", {
      type,
      ...point,
      button: type === "mouseMoved" && !isDown ? "none" : "left",
      buttons: isDown ? 1 : 0,
      clickCount: type === "mouseMoved" ? 0 : 1,
    });
  const drag = (type: "dragEnter" | "dragOver" | "drop", point: Point) =>
    data === null ? Promise.resolve() : session.send("Input.dispatchDragEvent", { type, ...point, data: data });
  await mouse("mouseMoved", at, false);
  await mouse("mousePressed", at, true);
  let hasEntered = false;
  return {
    async moveTo(point: Point): Promise<void> {
      if (data === null) await mouse("mouseMoved", point, true);
      else {
        if (!hasEntered) await drag("dragEnter", point);
        hasEntered = true;
        await drag("dragOver", point);
      }
    },
    async letGo(point: Point): Promise<void> {
      if (data === null) await mouse("mouseReleased", point, false);
      else await drag("drop", point);
      session.off("Input.dragIntercepted", onDrag);
      await session.send("Input.setInterceptDrags", { enabled: false });
    },
  };
}
