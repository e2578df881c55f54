import "../../theme/form-styles.ts";
import { Page } from "../../ui/page.tsx";
import { DecideStep } from "./decide-step.tsx";
import { useImport } from "./import-state.ts";
import { PasteStep } from "./paste-step.tsx";

/** A policy goes in: pasted and read, then what is open in it decided, then added to the matrix. */
export function PolicyImportPage() {
  const reading = useImport((state) => state.reading);
  return reading === null ? (
    <Page title="Import a policy" detail="Step 1 of 2: paste">
      <PasteStep />
    </Page>
  ) : (
    <Page title="Import a policy" detail="Step 2 of 2: decide" layout="full">
      <DecideStep reading={reading} />
    </Page>
  );
}
