import type { Notification as ElectronNotification, NotificationConstructorOptions } from "electron";
import type { Backend } from "../backend/backend.ts";

/** What the system shows, as Electron's `Notification` does. */
type Shown = Pick<ElectronNotification, "show" | "once">;

/**
 * Shows a desktop notification for each notice that waits for a person, where the person wants them.
 * Returns the function that stops it.
 */
export function notifyWhenDue(
  app: Pick<Backend["app"], "changes" | "preferences">,
  desktop: {
    readonly create: (options: NotificationConstructorOptions) => Shown;
    readonly isSupported: () => boolean;
    /** Brings the window to the front. */
    readonly focus: () => void;
  },
): () => void {
  return app.changes.subscribe((change) => {
    if (change.topic !== "due" || !app.preferences.get().notifyWhenDue || !desktop.isSupported()) return;
    const shown = desktop.create({ title: change.title, body: change.text });
    shown.once("click", desktop.focus);
    shown.show();
  });
}
