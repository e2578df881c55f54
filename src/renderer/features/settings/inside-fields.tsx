import { TagsInput } from "@mantine/core";
import classes from "./settings.module.css";

/** What of a workspace is inside, and what readers outside may see although it looks like it. */
export type InsideData = {
  readonly internalDomains: string[];
  readonly internalNames: string[];
  readonly referencePatterns: string[];
  readonly publicAddresses: string[];
  readonly publicNames: string[];
};

const fields = [
  {
    name: "internalDomains",
    label: "Internal domains",
    description: "Names of machines and pages that end like this",
    example: "internal.example.org",
  },
  {
    name: "internalNames",
    label: "Internal names",
    description: "People, teams and projects only insiders know, beside the people of the Directory",
    example: "Project Heron",
  },
  {
    name: "referencePatterns",
    label: "Record numbers",
    description: "How records inside are numbered, with # for digits",
    example: "OPS-#",
  },
  {
    name: "publicAddresses",
    label: "Public addresses",
    description: "Pages, mailboxes and numbers that customers may see, even where they end like internal ones",
    example: "portal.example.org",
  },
  {
    name: "publicNames",
    label: "Public names",
    description: "People and desks that customers may read of",
    example: "Service desk",
  },
] as const satisfies readonly { readonly name: keyof InsideData; readonly [more: string]: string }[];

/** The lists from which the checker knows what may leave the house. */
export function InsideFields({
  values,
  errors,
  onChange,
}: {
  readonly values: InsideData;
  readonly errors: Readonly<Record<string, unknown>>;
  readonly onChange: (name: keyof InsideData, items: string[]) => void;
}) {
  return (
    <fieldset className={classes.group}>
      <legend>Inside and outside</legend>
      <p>From these lists the checker knows what readers outside must not get. Press Enter after each.</p>
      {fields.map(({ name, label, description, example }) => (
        <TagsInput
          key={name}
          className={(name === "referencePatterns" && classes.wide) || ""}
          label={label}
          description={description}
          placeholder={values[name].length === 0 ? `for example ${example}` : ""}
          value={values[name]}
          onChange={(items) => onChange(name, items)}
          error={errorOf(errors, name)}
        />
      ))}
    </fieldset>
  );
}

/** The server names the entry that is wrong, as `referencePatterns.0`. */
function errorOf(errors: Readonly<Record<string, unknown>>, name: string): string | null {
  const [, message] = Object.entries(errors).find(([field]) => field === name || field.startsWith(`${name}.`)) ?? [];
  return typeof message === "string" ? message : null;
}
