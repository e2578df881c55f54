import classes from "./field-error.module.css";
import { IconAlertCircle } from "./icons.ts";

/** A message at a field that Mantine's own `error` does not reach. Point the field's `aria-describedby` at `id`. */
export function FieldError({ id, message }: { readonly id?: string; readonly message: string | null | undefined }) {
  if (message === null || message === undefined || message === "") return null;
  return (
    <p className={classes.error} role="alert" {...(id === undefined ? {} : { id })}>
      <IconAlertCircle size={14} stroke={1.75} aria-hidden="true" />
      {message}
    </p>
  );
}
