import { useLocation } from "wouter";
import type { Workspace } from "../../core/domain/directory.ts";
import { usePageTitle } from "../state/page-title.ts";
import { useView } from "../state/view.ts";
import { IconPlus, IconSearch } from "../ui/icons.ts";
import { ButtonLink } from "../ui/plain-button.tsx";
import { Clocks } from "./clocks.tsx";
import classes from "./shell.module.css";

/** Whether this keyboard says Ctrl or ⌘. */
const commandKey = /mac/iu.test(navigator.platform) ? "⌘" : "Ctrl";

/** The bar above every page: its title, the clocks, the search and New window. */
export function TopBar({ workspace }: { readonly workspace: Workspace }) {
  const { title, hasDetail, setActionSlot, setDetailSlot } = usePageTitle();
  const setPaletteOpen = useView((state) => state.setPaletteOpen);
  const [path] = useLocation();
  return (
    <header className={classes.bar}>
      {title !== "" && <h1 className={classes.title}>{title}</h1>}
      <div ref={setDetailSlot} className={classes.detail} />
      {!hasDetail && <Clocks workspace={workspace} />}
      <div className={classes.barEnd}>
        <div ref={setActionSlot} className={classes.actions} />
        <button
          type="button"
          className={classes.search}
          onClick={() => setPaletteOpen(true)}
          aria-keyshortcuts="Control+K Meta+K"
        >
          <IconSearch size={15} stroke={1.75} aria-hidden="true" />
          <span className={classes.searchWords}>Search or do</span>
          <kbd className={classes.kbd}>{commandKey} K</kbd>
        </button>
        {path !== "/windows/new" && (
          <ButtonLink
            href="/windows/new"
            look="accent"
            className={classes.newWindow}
            icon={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
          >
            <span className={classes.newWindowWords}>New window</span>
          </ButtonLink>
        )}
      </div>
    </header>
  );
}
