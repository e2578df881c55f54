import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { TemplateEntry } from "../../../core/app/templates/templates.ts";
import { voices } from "../../../core/domain/directory.ts";
import { stages } from "../../../core/domain/matrix.ts";
import { IconCheck, IconFileImport, IconPencil } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { count, stageWords, voiceWords } from "../../ui/words.ts";
import { CopyInDialog } from "./copy-in-dialog.tsx";
import { CopyOutButton } from "./copy-out-button.tsx";
import { rulesInWords } from "./rules-in-words.ts";
import classes from "./template-grid.module.css";

/** Every template by stage and voice, and which of them this workspace changed. */
export function TemplateGrid({ templates }: { readonly templates: readonly TemplateEntry[] }) {
  const [isOpen, setOpen] = useState(false);
  const [taken, setTaken] = useState(0);
  const edited = templates.filter(({ isDefault }) => !isDefault).length;
  return (
    <Panel
      title="By stage and voice"
      detail={edited === 0 ? "All as they come with Forewarn" : `${count(edited, "template")} edited in this workspace`}
      actions={
        <>
          <CopyOutButton names={[]} disabled={edited === 0}>
            Copy the edited ones as a file
          </CopyOutButton>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFileImport size={14} stroke={1.75} aria-hidden="true" />}
            onClick={() => setOpen(true)}
          >
            Take over from a file…
          </Button>
        </>
      }
    >
      {isOpen && <CopyInDialog templates={templates} onClose={() => setOpen(false)} onTaken={setTaken} />}
      {taken > 0 && (
        <p className={classes.taken} role="status">
          <IconCheck size={16} stroke={2} aria-hidden="true" /> {count(taken, "template")} taken over. What was there before is
          not lost: Versions has it, or Reset to default.
        </p>
      )}
      <div className={classes.gridBox}>
        <table className={classes.grid}>
          <thead>
            <tr>
              <th scope="col">Stage</th>
              {voices.map((voice) => (
                <th key={voice} scope="col">
                  {voiceWords[voice]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stages.map((stage) => (
              <tr key={stage}>
                <th scope="row">{stageWords[stage]}</th>
                {voices.map((voice) => {
                  const template = templates.find((one) => one.stage === stage && one.voice === voice);
                  const isEdited = template?.isDefault === false;
                  return (
                    <td key={voice}>
                      <Link
                        href={`/templates?stage=${stage}&voice=${voice}`}
                        className={classes.cell}
                        data-edited={isEdited || undefined}
                        aria-label={`${stageWords[stage]}, ${voiceWords[voice]}: ${isEdited ? "Edited" : "Default"} ${rulesInWords(template)}`}
                      >
                        <span className={classes.state}>
                          {isEdited ? (
                            <>
                              <IconPencil size={14} stroke={1.75} aria-hidden="true" /> Edited
                            </>
                          ) : (
                            "Default"
                          )}
                        </span>{" "}
                        <span className={classes.uses}>{rulesInWords(template)}</span>
                      </Link>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
