import type { ComponentProps, ReactNode } from "react";
import { PlaceLink } from "./place-link.tsx";
import classes from "./plain-button.module.css";

type Look = {
  readonly size?: "compact-xs" | "xs" | "sm";
  /** `accent` and `good` fill the button, `light` gives it a pale ground, `subtle` none. */
  readonly look?: "default" | "accent" | "good" | "light" | "subtle";
  readonly icon?: ReactNode;
};

export type PlainButtonProps = ComponentProps<"button"> & Look & { readonly isBusy?: boolean };

/**
 * A button of the first screen: looks as Mantine's does by our theme, drawn as one element that computes nothing. While
 * busy it keeps its width and name, and cannot be pressed again.
 */
export function PlainButton({ size, look, icon, isBusy = false, disabled, className, children, ...button }: PlainButtonProps) {
  return (
    <button
      type="button"
      {...button}
      {...lookOf({ size, look, icon, className })}
      disabled={isBusy || disabled}
      data-loading={isBusy || undefined}
    >
      {icon}
      {children}
    </button>
  );
}

type LinkProps = Look & { readonly href: string; readonly className?: string | undefined; readonly children: ReactNode };

/** A link that looks as a button does. */
export function ButtonLink({ href, size, look, icon, className, children }: LinkProps) {
  return (
    <PlaceLink href={href} {...lookOf({ size, look, icon, className })}>
      {icon}
      {children}
    </PlaceLink>
  );
}

type Given = { readonly [Name in keyof Look]: Look[Name] | undefined } & { readonly className: string | undefined };

function lookOf({ size = "sm", look = "default", icon, className }: Given) {
  return {
    className: className === undefined ? classes.button : `${classes.button} ${className}`,
    "data-size": size,
    "data-look": look,
    "data-with-icon": icon === undefined ? undefined : true,
  };
}
