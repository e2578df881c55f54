import { Link } from "wouter";
import type { TemplateEntry } from "../../../core/app/templates.ts";
import { voices } from "../../../core/domain/directory.ts";
import { stages } from "../../../core/domain/matrix.ts";
import { IconPencil } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { count, stageWords, voiceWords } from "../../ui/words.ts";
import classes from "./templates.module.css";

/** Every template by stage and voice, and which of them this workspace changed. */
export function TemplateGrid({ templates }: { readonly templates: readonly TemplateEntry[] }) {
  const edited = templates.filter(({ isDefault }) => !isDefault).length;
  return (
    <Panel
      title="By stage and voice"
      detail={edited === 0 ? "All as they come with Forewarn" : `${count(edited, "template")} edited in this workspace`}
    >
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
                  return (
                    <td key={voice}>
                      <Link
                        href={`/templates?stage=${stage}&voice=${voice}`}
                        className={classes.cell}
                        data-edited={template?.isDefault === false || undefined}
                        aria-label={`${stageWords[stage]}, ${voiceWords[voice]}: ${template?.isDefault === false ? "Edited" : "Default"}`}
                      >
                        {template?.isDefault === false ? (
                          <>
                            <IconPencil size={14} stroke={1.75} aria-hidden="true" /> Edited
                          </>
                        ) : (
                          "Default"
                        )}
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
