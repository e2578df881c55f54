import { type ComponentProps, createElement, type ReactElement } from "react";

type Props = Omit<ComponentProps<"svg">, "stroke"> & {
  /** Width and height in pixels. */
  readonly size?: number;
  /** How broad its strokes are, where the icon is 24 units wide. */
  readonly stroke?: number;
};

/** An icon as a component. */
export type Icon = (props: Props) => ReactElement;

/**
 * Makes an icon of one path, on a field of 24 by 24 units. The path is an element made once and not at each drawing: with
 * parts of their own, forty icons were a third of the first screen's elements. What all of them share is in the stylesheet.
 */
export function drawnIcon(kind: "outline" | "filled", path: string): Icon {
  const drawing = createElement("path", { d: path });
  const ownClass = `${kind}-icon`;
  return ({ size = 24, stroke = 2, className, ...rest }) =>
    createElement(
      "svg",
      {
        width: size,
        height: size,
        viewBox: "0 0 24 24",
        strokeWidth: stroke,
        className: className ? `${ownClass} ${className}` : ownClass,
        ...rest,
      },
      drawing,
    );
}
