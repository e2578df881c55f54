/** What changed, so that a screen reads it again. Carries no data. */
export type Change =
  | {
      readonly topic:
        | "workspace"
        | "directory"
        | "matrix"
        | "templates"
        | "connections"
        | "preferences"
        | "practice"
        | "backups"
        | "feeds"
        | "proposals";
    }
  | { readonly topic: "windows" | "notices" | "deliveries"; readonly windowId: string | null }
  /** A batch on its way out: how many of its deliveries have left the queue. */
  | { readonly topic: "progress"; readonly batchId: string; readonly done: number; readonly total: number }
  /** A notice waits for a person: the host may show a desktop notification. */
  | { readonly topic: "due"; readonly noticeId: string; readonly title: string; readonly text: string };

/** Tells whoever listens, in this process, that something changed. */
export interface Changes {
  emit(change: Change): void;
  /** Returns the function that stops listening. */
  subscribe(listener: (change: Change) => void): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    emit(change) {
      for (const listener of [...listeners]) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Windows changed, and with them what is planned and sent: of one window, or, by null, of several. */
export function tellPlansChanged(changes: Changes, windowId: string | null): void {
  changes.emit({ topic: "windows", windowId });
  changes.emit({ topic: "notices", windowId });
  changes.emit({ topic: "deliveries", windowId });
}
