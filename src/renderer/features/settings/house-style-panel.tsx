import { Button, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Workspace } from "../../../core/domain/directory.ts";
import {
  brandColourProblem,
  type HouseStyle,
  houseFacts,
  houseLineProblem,
  noHouseStyle,
} from "../../../core/domain/house-style.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconCheck } from "../../ui/icons.ts";
import { Loading } from "../../ui/loading.tsx";
import { Panel } from "../../ui/panel.tsx";
import { MessagePreview } from "../../ui/preview/message-preview.tsx";
import { AvoidedNote } from "./avoided-note.tsx";
import { type AvoidedRow, AvoidedWordsFields } from "./avoided-words.tsx";
import classes from "./house-style.module.css";
import { LogoField } from "./logo-field.tsx";
import styles from "./settings.module.css";

const restFor = 250;
/** Forewarn's own, for the picker to begin with. */
const usualColour = "#1f5eff";

/** How this workspace's notices sound and look: around the text of a mail, and in words no draft should hold. */
export function HouseStylePanel({ workspace }: { readonly workspace: Workspace }) {
  const [style, setStyle] = useState<HouseStyle>(() => workspace.houseStyle ?? noHouseStyle);
  const [rows, setRows] = useState<readonly AvoidedRow[]>(() => style.avoid.map((one, key) => ({ ...one, key })));
  const [isDirty, setDirty] = useState(false);
  const update = useMutation(trpc.workspace.update.mutationOptions({ onSuccess: () => setDirty(false) }));
  const fields = update.error === null ? {} : refusalOf(update.error).fields;
  const change = (changes: Partial<HouseStyle>): void => {
    setStyle((current) => ({ ...current, ...changes }));
    setDirty(true);
    update.reset();
  };
  const colour = style.brandColour === null ? null : brandColourProblem(style.brandColour);
  const problems = { salutation: houseLineProblem(style.salutation), signOff: houseLineProblem(style.signOff) };
  const isSound = colour === null && problems.salutation === null && problems.signOff === null;

  return (
    <div className={classes.columns}>
      <Panel title="House style" detail="how notices sound and look">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const avoid = rows.map(({ words, instead }) => ({ words, instead }));
            update.mutate({ ...workspace, internalDomains: [...workspace.internalDomains], houseStyle: { ...style, avoid } });
          }}
        >
          <div className={classes.fields}>
            <div>
              <TextInput
                label="Salutation"
                description="A line above the news, in mail to customers only. Leave it empty to begin with the news: readers act sooner."
                placeholder="None"
                value={style.salutation}
                onChange={(event) => change({ salutation: event.currentTarget.value })}
                error={problems.salutation ?? fields["houseStyle.salutation"]}
              />
              <AvoidedNote line={style.salutation} avoid={rows} />
            </div>
            <div>
              <Textarea
                label="Sign-off"
                description={
                  <>
                    Lines under the text, in mail to customers only. Both may name{" "}
                    {houseFacts.map((name) => (
                      <code key={name} className={classes.fact}>{`{{ ${name} }}`}</code>
                    ))}
                  </>
                }
                placeholder="None"
                autosize
                minRows={2}
                value={style.signOff}
                onChange={(event) => change({ signOff: event.currentTarget.value })}
                error={problems.signOff ?? fields["houseStyle.signOff"]}
              />
              <AvoidedNote line={style.signOff} avoid={rows} />
            </div>
            <div>
              <TextInput
                label="Brand colour of mails"
                description="For the band at the top and the links; must read on white"
                placeholder="Forewarn’s own"
                value={style.brandColour ?? ""}
                onChange={({ currentTarget: { value } }) =>
                  change({ brandColour: value.trim() === "" ? null : value.trim().toLowerCase() })
                }
                error={colour?.message ?? fields["houseStyle.brandColour"]}
                rightSectionWidth={46}
                rightSection={
                  <input
                    type="color"
                    className={classes.swatch}
                    aria-label="Pick the brand colour"
                    value={/^#[\da-f]{6}$/iu.test(style.brandColour ?? "") ? (style.brandColour ?? usualColour) : usualColour}
                    onChange={(event) => change({ brandColour: event.currentTarget.value })}
                  />
                }
              />
              {colour !== null && colour.instead !== null && (
                <Button mt={6} size="xs" variant="default" onClick={() => change({ brandColour: colour.instead })}>
                  <span className={classes.dot} ref={(dot) => dot?.style.setProperty("background", colour.instead ?? "")} />
                  Use {colour.instead}, which reads
                </Button>
              )}
            </div>
            <LogoField
              logo={style.logo}
              name={workspace.name}
              error={Object.entries(fields).find(([field]) => field.startsWith("houseStyle.logo"))?.[1]}
              onChange={(logo) => change({ logo })}
            />
            <AvoidedWordsFields
              rows={rows}
              errors={fields}
              onChange={(next) => {
                setRows(next);
                change({});
              }}
            />
          </div>
          {Object.keys(fields).length === 0 && <ErrorNote error={update.error} />}
          <div className={styles.foot}>
            {update.isSuccess && !isDirty && (
              <span className={styles.saved} role="status">
                <IconCheck size={16} stroke={2} aria-hidden="true" /> Saved
              </span>
            )}
            <Button type="submit" loading={update.isPending} disabled={!isDirty || !isSound}>
              Save house style
            </Button>
          </div>
        </form>
      </Panel>
      <StylePreview workspace={workspace} style={isSound ? style : null} />
    </div>
  );
}

/** The announcement to customers as it would arrive in this style. What can't be saved is not tried. */
function StylePreview({ workspace, style }: { readonly workspace: Workspace; readonly style: HouseStyle | null }) {
  const [sound, setSound] = useState(style ?? noHouseStyle);
  if (style !== null && style !== sound) setSound(style);
  const [settled] = useDebouncedValue(sound, restFor);
  const templates = useQuery(trpc.templates.all.queryOptions());
  const template = templates.data?.find(({ stage, voice }) => stage === "announce" && voice === "customer");
  const preview = useQuery(
    trpc.templates.preview.queryOptions(
      {
        stage: "announce",
        voice: "customer",
        draft: { subject: template?.subject ?? "", body: template?.body ?? "" },
        subject: { kind: "example", key: "ordinary" },
        readerKey: null,
        houseStyle: { ...settled, avoid: [] },
      },
      { enabled: template !== undefined, placeholderData: keepPreviousData },
    ),
  );
  return (
    <Panel title="Preview" detail="an announcement to a customer">
      <ErrorNote error={templates.error ?? preview.error} />
      {preview.data === undefined && preview.error === null && <Loading what="Rendering" />}
      {preview.data !== undefined && <MessagePreview content={preview.data.messages.mail.content} from={workspace.coordinator} />}
    </Panel>
  );
}
