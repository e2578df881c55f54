import { type FirstScreen, isToday } from "../../contract/first-screen.ts";
import { currentPlace } from "../state/place.ts";
import { keepPresses } from "./kept-presses.ts";

/** How long a page that nobody sees waits for its frame to be painted, in milliseconds. */
const patience = 100;

/** `taken`: the application draws from now on, over the frame or without it. */
let state: "empty" | "shown" | "taken" = "empty";

/** Puts the frame that the host drew into the page, unless somebody went elsewhere meanwhile, and waits until it is painted. */
export async function showFrame(screen: FirstScreen | null): Promise<void> {
  const root = document.getElementById("root");
  if (screen?.frame == null || root === null || state !== "empty" || !isToday(currentPlace().path)) return;
  document.documentElement.dataset.mantineColorScheme = colourScheme();
  root.innerHTML = screen.frame;
  state = "shown";
  keepPresses(root);
  await Promise.race([painted(), new Promise((resolve) => setTimeout(resolve, patience))]);
}

/** Leaves the page to the application. Says whether the frame of its place is in it; otherwise it draws in an empty page. */
export function takeOver(): boolean {
  const isThere = state === "shown" && isToday(currentPlace().path);
  state = "taken";
  return isThere;
}

/** Light or dark, as Mantine decides it. */
function colourScheme(): string {
  const preferred = document.querySelector<HTMLMetaElement>('meta[name="preferred-scheme"]')?.content ?? "auto";
  if (preferred !== "auto") return preferred;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** A message posted from a frame's callback is handled when that frame is painted. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
}
