import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../api/trpc.ts";
import { Panel } from "../../ui/panel.tsx";
import { ButtonLink } from "../../ui/plain-button.tsx";
import { count } from "../../ui/words.ts";
import classes from "./first-steps.module.css";
import rowClasses from "./row.module.css";

type Step = {
  readonly title: string;
  readonly why: string;
  readonly done: string | null;
  readonly to: string;
  readonly verb: string;
};

/** A workspace without a window: what to do first, in order, with what is there already. */
export function FirstSteps() {
  const rules = useQuery(trpc.matrix.rules.queryOptions());
  const directory = useQuery(trpc.directory.all.queryOptions());
  const ruleCount = rules.data?.length ?? 0;
  const channelCount = directory.data?.channels.length ?? 0;
  const serviceCount = directory.data?.services.length ?? 0;
  const steps: readonly Step[] = [
    {
      title: "Bring in your policy",
      why: "Paste the table of your communication policy: each row says who is told, when and where.",
      done: ruleCount === 0 ? null : `${count(ruleCount, "rule")} in the matrix`,
      to: "/import",
      verb: "Paste the policy",
    },
    {
      title: "Say what changes and who is told",
      why: "Services, audiences, customers and channels, each once.",
      done:
        channelCount === 0 || serviceCount === 0 ? null : `${count(serviceCount, "service")}, ${count(channelCount, "channel")}`,
      to: "/directory",
      verb: "Open the Directory",
    },
    {
      title: "Plan the first window",
      why: "Every notice that is owed appears with its due time, already drafted.",
      done: null,
      to: "/windows/new",
      verb: "New window",
    },
  ];
  const next = steps.findIndex(({ done }) => done === null);
  return (
    <div className={classes.firstSteps}>
      <Panel title="Start here" detail="Nothing is planned yet" content="rows">
        {steps.map((step, index) => (
          <div key={step.to} className={classes.step}>
            <span className={classes.stepNumber} data-done={step.done !== null || undefined} aria-hidden="true">
              {index + 1}
            </span>
            <div className={rowClasses.rowText}>
              <h3 className={rowClasses.rowTitle}>{step.title}</h3>
              <p className={rowClasses.rowDetail}>
                {step.why} {step.done !== null && <strong className={classes.good}>Done: {step.done}.</strong>}
              </p>
            </div>
            <ButtonLink href={step.to} look={index === next ? "accent" : "default"}>
              {step.verb}
            </ButtonLink>
          </div>
        ))}
      </Panel>
    </div>
  );
}
