import type { Place, PlaceChoice } from "../../core/domain/counterpart.ts";
import type { Asked } from "../../core/ports/connector.ts";
import { askedOf } from "../network/call-outcome.ts";
import type { JsonCall } from "../network/json-call.ts";
import { changeIn, inQuery } from "./change-address.ts";
import { type Change, manyChanges, serviceNow, templates } from "./service-now-shapes.ts";

const kinds = [
  { ids: ["normal"], name: "Normal change", record: null },
  { ids: ["emergency"], name: "Emergency change", record: null },
] as const satisfies readonly Place[];

/** What happens to a change request that was linked, when its window is over. */
export const ending = {
  name: "ending",
  label: "When the window is over",
  options: [
    { value: "follow", label: "Close or cancel it, too" },
    { value: "leave", label: "Leave it to its own people" },
  ],
  usual: "follow",
} as const satisfies PlaceChoice;

/** Where a window can be kept: a new change request of each kind, one from each template, or one that is there. */
export async function changePlaces(call: JsonCall, site: URL, words: string): Promise<Asked<readonly Place[]>> {
  const wanted = changeIn(words, site.host);
  if (wanted?.kind === "elsewhere") {
    return { kind: "refused", detail: `That address is on ${wanted.host}; connected is ${site.host}.` };
  }
  if (wanted !== null) {
    const query = wanted.kind === "number" ? `number=${wanted.number}` : `sys_id=${wanted.sysId}`;
    return linked(await changesFor(call, query), site, ({ number, sys_id }) =>
      wanted.kind === "number" ? number.value === wanted.number : sys_id.value === wanted.sysId,
    );
  }
  const text = inQuery(words);
  const made = await templatePlaces(call);
  if (made.kind !== "answered") return made;
  const named = [...kinds, ...made.value].filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
  // One or two letters are in every title.
  if (text.length < 3) return { kind: "answered", value: named };
  const found = await changesFor(call, `active=true^short_descriptionLIKE${text}^ORDERBYDESCsys_created_on`);
  const known = linked(found, site, () => true);
  return known.kind === "answered" ? { kind: "answered", value: [...named, ...known.value] } : known;
}

async function templatePlaces(call: JsonCall): Promise<Asked<readonly Place[]>> {
  const query = new URLSearchParams({ sysparm_query: "active=true", sysparm_limit: "200" });
  const asked = askedOf(await call("GET", `/api/sn_chg_rest/change/standard/template?${query}`), serviceNow, (body) => {
    const read = templates.safeParse(body);
    if (!read.success) return null;
    return read.data.result.map(
      ({ sys_id, template, name }): Place => ({
        ids: ["standard", sys_id.value],
        name: `Standard: ${template.shown || name.shown || sys_id.value}`,
        record: null,
      }),
    );
  });
  // Who may make changes need not be allowed to see the templates.
  return asked.kind === "refused" ? { kind: "answered", value: [] } : asked;
}

async function changesFor(call: JsonCall, query: string): Promise<Asked<readonly Change[]>> {
  const search = new URLSearchParams({ sysparm_query: query, sysparm_limit: "10" });
  return askedOf(await call("GET", `/api/sn_chg_rest/change?${search}`), serviceNow, (body) => {
    const read = manyChanges.safeParse(body);
    return read.success ? read.data.result : null;
  });
}

/** A query ServiceNow does not understand in part brings everything the rest of it brings: each is looked at again. */
function linked(asked: Asked<readonly Change[]>, site: URL, isMeant: (change: Change) => boolean): Asked<readonly Place[]> {
  if (asked.kind !== "answered") return asked;
  const value = asked.value.filter(isMeant).map(
    ({ sys_id, number, short_description, state }): Place => ({
      ids: ["change", sys_id.value],
      name: `${number.shown} ${short_description.shown}, ${state.shown}`.slice(0, 180),
      record: { id: sys_id.value, url: changeUrl(site, sys_id.value) },
      choices: [ending],
    }),
  );
  return { kind: "answered", value };
}

/** Where a person looks at a change request. */
export function changeUrl(site: URL, sysId: string): string {
  return new URL(`/change_request.do?sys_id=${encodeURIComponent(sysId)}`, site.origin).href;
}
