import type { Directory } from "../../../core/domain/directory.ts";
import { GuardedDrawer } from "../../ui/guarded-drawer.tsx";
import { AudienceForm } from "./audience-form.tsx";
import { ChangeTypeForm } from "./change-type-form.tsx";
import { ChannelForm } from "./channel-form.tsx";
import { ContactForm } from "./contact-form.tsx";
import { CustomerForm } from "./customer-form.tsx";
import type { KindWords } from "./kinds.ts";
import { ServiceForm } from "./service-form.tsx";

type Props = {
  readonly kind: KindWords;
  readonly directory: Directory;
  /** Null while nothing is open; empty for a new entry. */
  readonly id: string | null;
  readonly onClose: () => void;
};

/** One entry, to read and to change. A click beside it does not lose what was typed. */
export function EntryDrawer({ kind, directory, id, onClose }: Props) {
  const entry = directory[kind.list].find((one) => one.id === id);
  const isNew = id === "";
  return (
    <GuardedDrawer
      opened={id !== null}
      onClose={onClose}
      size={460}
      title={isNew ? `New ${kind.one}` : (entry?.name ?? "Not in the directory any more")}
    >
      {id !== null && (isNew || entry !== undefined) && (
        <FormOf key={id} kind={kind} directory={directory} id={id} onDone={onClose} />
      )}
    </GuardedDrawer>
  );
}

function FormOf({
  kind,
  directory,
  id,
  onDone,
}: {
  readonly kind: KindWords;
  readonly directory: Directory;
  readonly id: string;
  readonly onDone: () => void;
}) {
  const find = <Entry extends { readonly id: string }>(list: readonly Entry[]): Entry | null =>
    list.find((one) => one.id === id) ?? null;
  switch (kind.kind) {
    case "service":
      return <ServiceForm entry={find(directory.services)} directory={directory} onDone={onDone} />;
    case "audience":
      return <AudienceForm entry={find(directory.audiences)} directory={directory} onDone={onDone} />;
    case "customer":
      return <CustomerForm entry={find(directory.customers)} directory={directory} onDone={onDone} />;
    case "contact":
      return <ContactForm entry={find(directory.contacts)} onDone={onDone} />;
    case "channel":
      return <ChannelForm entry={find(directory.channels)} onDone={onDone} />;
    default:
      return <ChangeTypeForm entry={find(directory.changeTypes)} onDone={onDone} />;
  }
}
