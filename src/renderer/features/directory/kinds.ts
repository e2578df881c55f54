import type { Directory } from "../../../core/domain/directory.ts";
import type { DirectoryKind } from "../../../core/ports/store.ts";
import {
  type Icon,
  IconAddressBook,
  IconBroadcast,
  IconBuilding,
  IconCategory,
  IconServer2,
  IconUsersGroup,
} from "../../ui/icons.ts";

/** How each kind of entry is called, and what to say while there is none. */
export type KindWords = {
  readonly kind: DirectoryKind;
  readonly list: keyof Directory;
  readonly one: string;
  readonly many: string;
  readonly icon: Icon;
  readonly first: string;
};

export const kinds: readonly KindWords[] = [
  {
    kind: "service",
    list: "services",
    one: "service",
    many: "Services",
    icon: IconServer2,
    first: "Add what changes: a name, an environment, and the time zone its windows are planned in.",
  },
  {
    kind: "audience",
    list: "audiences",
    one: "audience",
    many: "Audiences",
    icon: IconUsersGroup,
    first: "Add who is told, and how they are spoken to: your engineers, the business, the customers.",
  },
  {
    kind: "customer",
    list: "customers",
    one: "customer",
    many: "Customers",
    icon: IconBuilding,
    first: "Add the organisations outside that must be told. Each is told by itself and never sees another.",
  },
  {
    kind: "contact",
    list: "contacts",
    one: "person",
    many: "People",
    icon: IconAddressBook,
    first: "Add the people and groups that mails go to, and those named in chat messages.",
  },
  {
    kind: "channel",
    list: "channels",
    one: "channel",
    many: "Channels",
    icon: IconBroadcast,
    first: "Add where notices go: a Slack channel, a Teams channel or chat, mail, or something done by hand.",
  },
  {
    kind: "changeType",
    list: "changeTypes",
    one: "change type",
    many: "Change types",
    icon: IconCategory,
    first: "Add the kinds of change your policy tells apart, such as an emergency fix.",
  },
];
