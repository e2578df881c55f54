/** Opens a page in the person's own browser, where the host can do that by itself. */
export interface BrowserOpener {
  /** Whether it was opened. False in a host whose page opens it: there only a press may open another one. */
  open(url: string): Promise<boolean>;
}
