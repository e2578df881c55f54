import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"a">, "href"> & { readonly href: string };

/**
 * A link to a place of the application, for where there are many: the browser follows what stands behind the `#` by
 * itself, so that it listens to nothing and computes nothing when it is drawn.
 */
export function PlaceLink({ href, ...rest }: Props) {
  return <a {...rest} href={`#${href}`} />;
}
