import type {
  Audience,
  ChangeType,
  Channel,
  Contact,
  Customer,
  Directory as DirectoryData,
  Service,
} from "../domain/directory.ts";
import type { DirectoryKind } from "../ports/store.ts";
import type { Answer } from "./answer.ts";

export type DirectoryEntry =
  | { readonly kind: "service"; readonly entry: Service }
  | { readonly kind: "changeType"; readonly entry: ChangeType }
  | { readonly kind: "audience"; readonly entry: Audience }
  | { readonly kind: "customer"; readonly entry: Customer }
  | { readonly kind: "contact"; readonly entry: Contact }
  | { readonly kind: "channel"; readonly entry: Channel };

export interface DirectoryDesk {
  all(): DirectoryData;
  /** Adds the entry, or replaces the one with its id; an empty id makes a new one. Open windows are planned anew. */
  save(entry: DirectoryEntry): Promise<Answer<{ readonly id: string }>>;
  /** Refused while a rule, an audience or an open window still uses it, naming which. */
  remove(kind: DirectoryKind, id: string): Promise<Answer<{ readonly id: string }>>;
}
