import type { MessageRenderer } from "../../core/ports/message-renderer.ts";

/** Makes the renderer: Liquid, then Markdown, then the forms of each channel. */
export function createMessageRenderer(): MessageRenderer {
  throw new Error("not yet");
}
