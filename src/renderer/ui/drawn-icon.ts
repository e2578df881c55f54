import { type ComponentProps, createElement, type ReactElement } from "react";

type Drawing = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
type Props = Omit<ComponentProps<"svg">, "stroke"> & {
  readonly size?: number | string;
  readonly stroke?: number | string;
  readonly title?: string;
};

/**
 * Makes the icons of @tabler/icons-react in place of its own function (electron.vite.config.ts). It draws the same with
 * the strokes of an icon in one path, made once and not at each drawing: forty icons are a fifth of the first screen's
 * elements instead of a third. What all of them share is in the stylesheet.
 */
export default function drawnIcon(
  type: "outline" | "filled",
  _name: string,
  displayName: string,
  drawing: Drawing,
): (props: Props) => ReactElement {
  const strokes = inOnePath(drawing) ?? drawing.map(([tag, attributes]) => createElement(tag, attributes));
  const ownClass = type === "outline" ? "outline-icon" : "filled-icon";
  function Icon({ size = 24, stroke = 2, title, className, children, ...rest }: Props) {
    return createElement(
      "svg",
      {
        width: size,
        height: size,
        viewBox: "0 0 24 24",
        strokeWidth: stroke,
        className: className ? `${ownClass} ${className}` : ownClass,
        ...rest,
      },
      title ? createElement("title", null, title) : null,
      strokes,
      children,
    );
  }
  Icon.displayName = displayName;
  return Icon;
}

/** Null where a part is no plain path, or begins where the one before it ends. */
function inOnePath(drawing: Drawing): ReactElement | null {
  const paths = drawing.map(([tag, { d, key: _key, ...others }]) =>
    tag === "path" && d?.startsWith("M") && Object.keys(others).length === 0 ? d : null,
  );
  return paths.includes(null) ? null : createElement("path", { d: paths.join("") });
}
