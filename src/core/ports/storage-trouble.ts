export type StorageTroubleKind =
  /** No room on the disk, or beyond a quota or a size limit. */
  | "full"
  /** The file or its disk became read-only, or this person may not write to it. */
  | "forbidden"
  /** The disk failed in reading or writing. */
  | "disk"
  /** What was read makes no sense. */
  | "damaged"
  /** Another process holds the file for longer than is waited. */
  | "busy"
  /** This store was closed: a backup took its place, or the application ends. */
  | "closed";

/**
 * The workspace's file can't be written or read just now. Thrown by the store, since any read or write may meet it;
 * nothing of the transaction was kept. The message says what happened and what to do.
 */
export class StorageTrouble extends Error {
  override readonly name = "StorageTrouble";
  readonly kind: StorageTroubleKind;
  constructor(kind: StorageTroubleKind, cause?: unknown) {
    super(words[kind], { cause });
    this.kind = kind;
  }
}

const words: Readonly<Record<StorageTroubleKind, string>> = {
  full: "The disk is full, so nothing can be saved and nothing is sent. Make room; Forewarn goes on by itself then.",
  forbidden:
    "The workspace's file can't be written to any more, so nothing can be saved and nothing is sent. Make the file and its folder writable; Forewarn goes on by itself then.",
  disk: "The disk failed while the workspace's file was used, so nothing was saved and nothing is sent. Check the disk and its connection; Forewarn goes on by itself when it works again.",
  damaged:
    "Part of the workspace's file can't be read any more. Nothing was saved and nothing is sent. Close Forewarn and start it again: it sets the file aside and offers the newest backup.",
  busy: "Another program holds the workspace's file. Nothing was saved and nothing is sent meanwhile. Close that program, then repeat the step.",
  closed:
    "The workspace was just replaced by a backup, or is being closed. Nothing was saved. Look at it anew, then repeat the step.",
};
