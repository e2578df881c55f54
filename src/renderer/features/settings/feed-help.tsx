import classes from "./feeds.module.css";

/** How each calendar program subscribes, and what can't work from this computer. */
export function FeedHelp({ isServed }: { readonly isServed: boolean }) {
  return (
    <details className={classes.help}>
      <summary>How to subscribe in Outlook, Apple Calendar and Google Calendar</summary>
      {isServed ? (
        <p className={classes.hint}>
          The address answers on this computer only, while Forewarn runs. For a program elsewhere, keep the feed as a file and put
          that file where the program can fetch it, such as a web server or a shared folder.
        </p>
      ) : (
        <p className={classes.hint}>
          The desktop application opens no port, so a feed is a file here. Put it where other programs can fetch it, such as a web
          server or a shared folder, or open it in a program on this computer.
        </p>
      )}
      <dl className={classes.programs}>
        <dt>Outlook</dt>
        <dd>
          Classic Outlook: File → Account Settings → Internet Calendars → New, and paste the webcal address. A file opens with a
          double click.
        </dd>
        <dt>Apple Calendar</dt>
        <dd>File → New Calendar Subscription, and paste the webcal address. It asks again as often as you choose.</dd>
        <dt>Google Calendar</dt>
        <dd>
          Other calendars → From URL. Google fetches from its own servers, so it needs an address on the public internet: one on
          this computer does not work. It asks about twice a day; Forewarn can't hurry it.
        </dd>
      </dl>
    </details>
  );
}
