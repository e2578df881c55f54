import { type ReactNode, useEffect } from "react";
import { createPortal } from "react-dom";
import { usePageTitle } from "../state/page-title.ts";
import classes from "./page.module.css";

type Props = {
  readonly title: string;
  /** Beside the title in the bar; the clocks when left out. */
  readonly detail?: ReactNode;
  /** The page's own actions, in the bar before New window. */
  readonly actions?: ReactNode;
  /** `full` leaves the padding and the scrolling to the page (calendar, compose). */
  readonly layout?: "normal" | "narrow" | "full";
  readonly children: ReactNode;
};

/** One screen: puts its title and actions into the bar and its content into the main landmark. */
export function Page({ title, detail, actions, layout = "normal", children }: Props) {
  const show = usePageTitle((state) => state.show);
  const actionSlot = usePageTitle((state) => state.actionSlot);
  const detailSlot = usePageTitle((state) => state.detailSlot);
  const hasDetail = detail !== undefined;
  useEffect(() => {
    show(title, hasDetail);
    // The window's own title is another process's, and handing it over would hold up the frame that shows the page.
    const timer = setTimeout(() => {
      document.title = `${title} · Forewarn`;
    }, 50);
    return () => clearTimeout(timer);
  }, [title, hasDetail, show]);
  return (
    <div className={classes.page} data-layout={layout} data-title={title}>
      {actionSlot !== null && actions !== undefined && createPortal(actions, actionSlot)}
      {detailSlot !== null && detail !== undefined && createPortal(detail, detailSlot)}
      {children}
    </div>
  );
}
