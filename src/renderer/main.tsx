import "./theme/first-styles.ts";
import "virtual:theme-variables.css";
import "./theme/fonts.css";
import "./theme/global.css";
import { createRoot, hydrateRoot } from "react-dom/client";
import { learnFirstAnswers } from "./api/first-answers.ts";
import { firstScreen } from "./api/first-call.ts";
import { Application } from "./application.tsx";
import { pressKept } from "./first-frame/kept-presses.ts";
import { takeOver } from "./first-frame/show-frame.ts";
import { navigate } from "./shell/hash-location.ts";
import { currentPlace } from "./state/place.ts";

/** How long the first frame waits for its answers, in milliseconds. Sooner than anyone would miss it. */
const patience = 150;

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root element.");
// Decided before anything is drawn: a redirect would draw the page twice.
if (currentPlace().path === "/") navigate("/today", { replace: true });
const screen = await Promise.race([firstScreen, new Promise<null>((resolve) => setTimeout(() => resolve(null), patience))]);
if (screen !== null) learnFirstAnswers(screen.answers);
const application = <Application onReady={pressKept} />;
if (takeOver()) hydrateRoot(root, application);
else {
  root.replaceChildren();
  createRoot(root).render(application);
}
