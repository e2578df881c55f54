import { type ReactNode, useMemo } from "react";
import type { Channel, Directory } from "../../../core/domain/directory.ts";
import { isMassMention } from "../../../core/domain/mass-mentions.ts";
import type { DirectoryKind } from "../../../core/ports/store.ts";
import { Badge } from "../../ui/badge.tsx";
import { channelKindWords, voiceWords } from "../../ui/words.ts";
import classes from "./directory.module.css";

type Row = { readonly id: string; readonly name: string; readonly cells: readonly ReactNode[]; readonly words: string };
type Table = { readonly headers: readonly string[]; readonly rows: readonly Row[] };

type Props = {
  readonly kind: DirectoryKind;
  readonly directory: Directory;
  /** Only entries with these words are shown. */
  readonly words: string;
  readonly onOpen: (id: string) => void;
};

/** The entries of one kind; a name opens its entry. */
export function EntryTable({ kind, directory, words, onOpen }: Props) {
  const table = useMemo(() => tableOf(kind, directory), [kind, directory]);
  const wanted = words.trim().toLowerCase();
  const rows = table.rows
    .filter((row) => `${row.name} ${row.words}`.toLowerCase().includes(wanted))
    .toSorted((one, other) => one.name.localeCompare(other.name, "en"));
  return (
    <div className={classes.tableBox}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            {table.headers.map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} onClick={() => onOpen(row.id)}>
              <th scope="row">
                <button
                  type="button"
                  onClick={(event) => {
                    event.stopPropagation();
                    onOpen(row.id);
                  }}
                >
                  {row.name}
                </button>
              </th>
              {row.cells.map((cell, index) => (
                <td key={table.headers[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={classes.nothing}>Nothing here has these words.</p>}
    </div>
  );
}

function tableOf(kind: DirectoryKind, directory: Directory): Table {
  const nameOf = (list: readonly { readonly id: string; readonly name: string }[], ids: readonly string[]): string =>
    ids.map((id) => list.find((one) => one.id === id)?.name ?? "a removed entry").join(", ");
  switch (kind) {
    case "service":
      return {
        headers: ["Environment", "Depends on", "Time zone", "Holidays", "Promised uptime"],
        rows: directory.services.map((one) => ({
          id: one.id,
          name: one.name,
          words: `${one.environment} ${one.zone}`,
          cells: [
            one.environment,
            one.dependsOn === undefined || one.dependsOn.length === 0 ? (
              none
            ) : (
              <Clipped key="needs" text={nameOf(directory.services, one.dependsOn)} />
            ),
            one.zone.replaceAll("_", " "),
            one.holidayRegion ?? none,
            one.promisedUptime === null ? none : `${one.promisedUptime} %`,
          ],
        })),
      };
    case "audience":
      return {
        headers: ["Spoken to as", "Members", "Named in chat", "Quiet hours"],
        rows: directory.audiences.map((one) => {
          const members = [nameOf(directory.contacts, one.contactIds), nameOf(directory.customers, one.customerIds)]
            .filter(Boolean)
            .join(", ");
          return {
            id: one.id,
            name: one.name,
            words: members,
            cells: [
              voiceWords[one.voice],
              members === "" ? none : <Clipped key="members" text={members} />,
              one.mentionIds.length === 0 ? none : nameOf(directory.contacts, one.mentionIds),
              one.quietHours === null ? (
                none
              ) : (
                <span key="quiet" className="fw-tabular">
                  {one.quietHours.from}–{one.quietHours.to}
                </span>
              ),
            ],
          };
        }),
      };
    case "customer":
      return {
        headers: ["Contacts", "Services", "Time zone", "Holidays", "Mark"],
        rows: directory.customers.map((one) => ({
          id: one.id,
          name: one.name,
          words: `${one.zone} ${nameOf(directory.contacts, one.contactIds)}`,
          cells: [
            one.contactIds.length === 0 ? (
              <Badge key="contacts" tone="warning">
                No contact
              </Badge>
            ) : (
              <Clipped key="contacts" text={nameOf(directory.contacts, one.contactIds)} />
            ),
            one.serviceIds.length === 0 ? "All" : <Clipped key="services" text={nameOf(directory.services, one.serviceIds)} />,
            one.zone.replaceAll("_", " "),
            one.holidayRegion ?? none,
            one.active === false ? (
              <Badge key="mark" tone="warning">
                Left
              </Badge>
            ) : (
              none
            ),
          ],
        })),
      };
    case "contact":
      return {
        headers: ["Role", "Mail", "Slack", "Teams", "Mark"],
        rows: directory.contacts.map((one) => ({
          id: one.id,
          name: one.name,
          words: `${one.role} ${one.email ?? ""} ${one.kind}`,
          cells: [
            one.role === "" ? none : one.role,
            one.email ?? none,
            one.slackId === null ? none : "Yes",
            one.teamsId === null ? none : "Yes",
            <span key="marks" className={classes.marks}>
              {one.kind === "group" && <Badge>{isMassMention(one) ? "Calls many" : "Group"}</Badge>}
              {!one.active && <Badge tone="warning">Left</Badge>}
            </span>,
          ],
        })),
      };
    case "channel":
      return {
        headers: ["Kind", "Where", "Readers", "Mark"],
        rows: directory.channels.map((one) => ({
          id: one.id,
          name: one.name,
          words: channelKindWords[one.kind],
          cells: [
            channelKindWords[one.kind],
            <Clipped key="where" text={channelPlace(one)} />,
            one.readers?.outside === true ? (
              <span key="readers" title={one.readers.detail}>
                <Badge tone="warning">Outside too</Badge>
              </span>
            ) : (
              none
            ),
            one.problem === undefined ? (
              none
            ) : (
              <span key="mark" title={one.problem.detail}>
                <Badge tone="bad">Can't post</Badge>
              </span>
            ),
          ],
        })),
      };
    default:
      return {
        headers: [],
        rows: directory.changeTypes.map((one) => ({
          id: one.id,
          name: one.name,
          words: "",
          cells: [],
        })),
      };
  }
}

const none = <span className={classes.none}>–</span>;

function Clipped({ text }: { readonly text: string }) {
  return (
    <span className={classes.clipped} title={text}>
      {text}
    </span>
  );
}

function channelPlace(channel: Channel): string {
  switch (channel.kind) {
    case "slack":
      return channel.conversationId === "" ? "No conversation yet: add its id before going live" : channel.conversationId;
    case "teamsChannel":
      return channel.channelId === "" ? "No channel yet: add its ids before going live" : channel.channelId;
    case "teamsChat":
      return channel.chatId === "" ? "No chat yet: add its id before going live" : channel.chatId;
    case "mail":
      return channel.from === null ? "From your own mailbox" : `From ${channel.from}`;
    default:
      return channel.instruction;
  }
}
