import { Button, FileButton } from "@mantine/core";
import { useState } from "react";
import type { Logo } from "../../../core/domain/house-style.ts";
import { IconFileImport, IconTrash } from "../../ui/icons.ts";
import { drawLogo } from "./draw-logo.ts";
import classes from "./house-style.module.css";

/** The logo of every mail: a PNG or JPEG from this computer, drawn anew small enough to travel along. */
export function LogoField({
  logo,
  name,
  error,
  onChange,
}: {
  readonly logo: Logo | null;
  /** What a reader hears who can't see it: the workspace's name. */
  readonly name: string;
  readonly error: string | undefined;
  readonly onChange: (logo: Logo | null) => void;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File): Promise<void> => {
    const drawn = await drawLogo(file);
    setProblem(drawn.kind === "refused" ? drawn.why : null);
    if (drawn.kind === "logo") onChange(drawn.logo);
  };
  return (
    <fieldset className={classes.logo}>
      <legend>Logo</legend>
      <p className={classes.hint}>
        PNG or JPEG, drawn at most 480 × 160 pixels and 20 kB, and sent inside each mail: nothing is fetched when it is read.
      </p>
      <div className={classes.logoRow}>
        {logo !== null && (
          <span className={classes.logoGround}>
            <img src={`data:${logo.mediaType};base64,${logo.base64}`} alt={name} width={logo.width} height={logo.height} />
          </span>
        )}
        <div className={classes.logoButtons}>
          <FileButton accept="image/png,image/jpeg" onChange={(picked) => picked !== null && void take(picked)}>
            {(props) => (
              <Button
                {...props}
                size="xs"
                variant="default"
                leftSection={<IconFileImport size={14} stroke={1.75} aria-hidden="true" />}
              >
                {logo === null ? "Choose a picture…" : "Choose another…"}
              </Button>
            )}
          </FileButton>
          {logo !== null && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconTrash size={14} stroke={1.75} aria-hidden="true" />}
              onClick={() => onChange(null)}
            >
              Take it out
            </Button>
          )}
        </div>
      </div>
      {(problem ?? error) !== undefined && (problem ?? error) !== null && (
        <p className={classes.problem} role="alert">
          {problem ?? error}
        </p>
      )}
    </fieldset>
  );
}
