import { expect, test } from "vitest";
import type { Finding } from "../../../src/core/domain/message.ts";
import { mended, mendHere } from "../../../src/renderer/ui/draft-editor/mend-draft.ts";
import { casesIn, findingsOf } from "../../notices/checker/corpus.ts";

const drafts = casesIn("faulty").map((one) => ({ one, findings: findingsOf(one) }));
/** In how many places findings see the same words. */
const countOf = (findings: readonly Finding[], { check, quote }: Finding): number =>
  findings
    .filter((finding) => finding.check === check && finding.quote === quote)
    .reduce((sum, { alike = [] }) => sum + 1 + alike.length, 0);

/** The draft after the button of a finding was pressed; null where it has none here. */
function pressed({ one }: (typeof drafts)[number], finding: Finding) {
  const { edit } = mendHere(finding, one.draft, () => ({ kind: "unknown" }), { stage: one.stage, isOneNotice: true });
  return finding.mend === null || edit === null ? null : { ...one, draft: mended(one.draft, edit) };
}

test("a mend takes its finding away, and leads to no other", () => {
  const pressedOnes = drafts.flatMap((draft) =>
    draft.findings.flatMap((finding) => {
      const after = pressed(draft, finding);
      return after === null ? [] : [{ draft, finding, after: findingsOf(after) }];
    }),
  );
  expect(pressedOnes.length).toBeGreaterThan(400);
  const wrong = pressedOnes.flatMap(({ draft: { one, findings }, finding, after }) => {
    const isStill = countOf(after, finding) >= countOf(findings, finding);
    const fresh = after.filter((other) => countOf(findings, other) === 0).map(({ check, quote }) => `${check} “${quote}”`);
    if (!isStill && fresh.length === 0) return [];
    return [
      `${one.file} ${one.heading}: “${finding.mend?.label}” for ${finding.check}${isStill ? ", still there" : ""} ${fresh}`,
    ];
  });
  expect(wrong).toEqual([]);
});
