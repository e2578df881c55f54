import { Popover } from "@mantine/core";
import type { NoticeRecipient } from "../../../core/app/notices/notices.ts";
import { IconChevronDown, IconUsers } from "../../ui/icons.ts";
import { channelKindWords, count } from "../../ui/words.ts";
import compose from "./compose.module.css";
import classes from "./header-button.module.css";

/** Exactly who gets this notice, channel by channel, with every address. */
export function RecipientsButton({ recipients }: { readonly recipients: readonly NoticeRecipient[] }) {
  const people = recipients.reduce((total, { to }) => total + to.length, 0);
  return (
    <Popover width={500} position="bottom-start" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={classes.button}>
          <IconUsers size={15} stroke={1.75} aria-hidden="true" />
          {recipients.length === 0
            ? "Nobody gets it"
            : `To ${count(recipients.length, "recipient")}${people === 0 ? "" : `, ${count(people, "address", "addresses")}`}`}
          <IconChevronDown size={13} stroke={2} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.popover}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard. */}
        <ul className={classes.recipients} tabIndex={0} aria-label="Who gets it">
          {recipients.map((recipient) => (
            <li key={recipient.key}>
              <p>
                <strong>{recipient.customerName ?? recipient.channelName}</strong>{" "}
                <span className={compose.faint}>
                  {recipient.customerName === null ? "" : `${recipient.channelName} · `}
                  {channelKindWords[recipient.channelKind]} · reads times in {recipient.zone.replaceAll("_", " ")}
                </span>
              </p>
              {recipient.channelKind === "mail" &&
                (recipient.to.length === 0 ? (
                  <p className={compose.late}>No address: nobody would get this mail.</p>
                ) : (
                  <ul>
                    {recipient.to.map(({ name, email }) => (
                      <li key={email}>
                        {name} <span className={compose.faint}>{email}</span>
                      </li>
                    ))}
                  </ul>
                ))}
            </li>
          ))}
          {recipients.length === 0 && <li>Its audience has no channel any more. Mend the matrix or the Directory.</li>}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
