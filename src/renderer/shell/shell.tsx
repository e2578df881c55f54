import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { WorkspaceView } from "../../core/app/workspaces.ts";
import type { Workspace } from "../../core/domain/directory.ts";
import { useView } from "../state/view.ts";
import { loadAskPopover } from "../ui/popover-button.tsx";
import { UndoToasts } from "../ui/undo-toast.tsx";
import { useLightPrint } from "../ui/use-light-print.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Rail } from "./rail.tsx";
import { Routes } from "./routes.tsx";
import classes from "./shell.module.css";
import { StorageBanner } from "./storage-banner.tsx";
import { TopBar } from "./top-bar.tsx";

const importPalette = () => import("../features/palette/palette.tsx");
// Seldom there, so not a part of the first screen.
const SendingBanner = lazy(async () => ({ default: (await import("./sending-banner.tsx")).SendingBanner }));
const ZoneNote = lazy(async () => ({ default: (await import("./zone-note.tsx")).ZoneNote }));
const Palette = lazy(async () => ({ default: (await importPalette()).Palette }));

type Props = {
  readonly view: WorkspaceView;
  readonly workspace: Workspace;
  /** Goes back to the question how to go on after damage. */
  readonly onDecideDamage: () => void;
};

/** The frame around every page of a workspace. */
export function Shell({ view, workspace, onDecideDamage }: Props) {
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  const { isPaletteOpen, setPaletteOpen } = useView();
  const [isZoneWatched, setZoneWatched] = useState(false);
  useLightPrint();

  useEffect(() => {
    const openPalette = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setPaletteOpen(true);
    };
    addEventListener("keydown", openPalette);
    return () => removeEventListener("keydown", openPalette);
  }, [setPaletteOpen]);

  useEffect(() => {
    // Fetched when the first screen is long drawn, so that the first letters typed after Ctrl+K find a field.
    const timer = setTimeout(() => {
      void importPalette();
      setZoneWatched(true);
    }, 2000);
    const sooner = setTimeout(() => {
      void loadAskPopover();
      // The first time in a zone makes the browser load its time zones, which other pages need.
      new Intl.DateTimeFormat("en", { timeZone: workspace.zone }).format();
    }, 300);
    return () => {
      clearTimeout(timer);
      clearTimeout(sooner);
    };
  }, [workspace.zone]);

  const shownPath = useRef(path);
  const isScrolled = useRef(false);
  useEffect(() => {
    if (shownPath.current === path) return;
    shownPath.current = path;
    // A new place starts at its top. Scrolling lays out the page, so only where the last place was scrolled, and not
    // before the bar has its new title.
    if (isScrolled.current) requestAnimationFrame(() => main.current?.scrollTo(0, 0));
  }, [path]);

  return (
    <div className={classes.shell}>
      {/* The address behind the # names a page, so the skip link moves the focus itself. */}
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        Skip to the page
      </button>
      <Rail view={view} />
      <div className={classes.column}>
        <TopBar workspace={workspace} />
        <StorageBanner view={view} onDecide={onDecideDamage} />
        <Suspense fallback={null}>
          {view.sending.pauses.length > 0 && <SendingBanner pauses={view.sending.pauses} zone={workspace.zone} />}
          {isZoneWatched && <ZoneNote workspace={workspace} />}
        </Suspense>
        <main
          ref={main}
          className={classes.main}
          tabIndex={-1}
          onScroll={({ currentTarget }) => {
            isScrolled.current = currentTarget.scrollTop > 0;
          }}
        >
          <ErrorBoundary resetKey={path}>
            <Routes />
          </ErrorBoundary>
        </main>
      </div>
      <UndoToasts />
      {isPaletteOpen && (
        <Suspense fallback={null}>
          <Palette />
        </Suspense>
      )}
    </div>
  );
}
