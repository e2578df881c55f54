import type { Audience, ChangeType, Channel, Contact, Customer, Directory, Service } from "../../core/domain/directory.ts";
import type { DirectoryKind, ReadStore, WriteStore } from "../../core/ports/store.ts";
import type { Connection } from "./connection.ts";
import { fromJson } from "./json.ts";

const memory = "directory";

export function readDirectory(connection: Connection): Pick<ReadStore, "directory"> {
  return { directory: () => connection.remembered(memory, () => loadDirectory(connection)) };
}

function loadDirectory(connection: Connection): Directory {
  const rows = connection.rows<[kind: DirectoryKind, facts: string]>("SELECT kind, facts FROM directory_entry ORDER BY position");
  function entries<T>(wanted: DirectoryKind): readonly T[] {
    return rows.filter(([kind]) => kind === wanted).map(([, facts]) => fromJson<T>(facts));
  }
  return {
    services: entries<Service>("service"),
    changeTypes: entries<ChangeType>("changeType"),
    audiences: entries<Audience>("audience"),
    customers: entries<Customer>("customer"),
    contacts: entries<Contact>("contact"),
    channels: entries<Channel>("channel"),
  };
}

export function writeDirectory(
  connection: Connection,
): Pick<
  WriteStore,
  "saveService" | "saveChangeType" | "saveAudience" | "saveCustomer" | "saveContact" | "saveChannel" | "remove"
> {
  function save(kind: DirectoryKind, entry: { readonly id: string }): void {
    connection.change(
      `INSERT INTO directory_entry (kind, id, facts) VALUES (?, ?, ?)
       ON CONFLICT (kind, id) DO UPDATE SET facts = excluded.facts`,
      kind,
      entry.id,
      JSON.stringify(entry),
    );
    connection.forget(memory);
  }
  return {
    saveService: (service) => save("service", service),
    saveChangeType: (changeType) => save("changeType", changeType),
    saveAudience: (audience) => save("audience", audience),
    saveCustomer: (customer) => save("customer", customer),
    saveContact: (contact) => save("contact", contact),
    saveChannel: (channel) => save("channel", channel),
    remove(kind, id) {
      connection.change("DELETE FROM directory_entry WHERE kind = ? AND id = ?", kind, id);
      connection.forget(memory);
    },
  };
}
