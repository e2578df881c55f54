import { existsSync, readFileSync } from "node:fs";
import Ajv, { type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";

/** Schemas made from the vendor's own model, kept beside the checkout where there is one; not part of the project. */
const vendorSchemaFile = new URL("../../../shared/specs/graph-mail-teams-events.openapi.json", import.meta.url);
export const hasVendorSchemas = existsSync(vendorSchemaFile);

type Json = Record<string, unknown>;
type VendorType = "message" | "chatMessage" | "attachment" | "event";
/** Says what does not fit, or null when all does. */
export type VendorCheck = (type: VendorType, body: unknown) => string | null;

/** Compiles the vendor's schemas for bodies that create something. Without the file every body passes: own checks remain. */
export function loadVendorCheck(): VendorCheck {
  if (!hasVendorSchemas) return () => null;
  const document: { components: { schemas: Record<string, Json> } } = JSON.parse(readFileSync(vendorSchemaFile, "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat("base64url", /^[A-Za-z0-9+/_-]*={0,2}$/);
  for (const [name, schema] of Object.entries(document.components.schemas)) ajv.addSchema(asJsonSchema(schema), schemaId(name));
  const checks: Readonly<Record<VendorType, ValidateFunction>> = {
    message: compiled(ajv, "microsoft.graph.message-create"),
    chatMessage: compiled(ajv, "microsoft.graph.chatMessage-create"),
    event: compiled(ajv, "microsoft.graph.event-create"),
    attachment: compiled(ajv, "microsoft.graph.fileAttachment-create"),
  };
  return (type, body) => (checks[type](body) ? null : ajv.errorsText(checks[type].errors));
}

function compiled(ajv: Ajv, name: string): ValidateFunction {
  const check = ajv.getSchema(schemaId(name));
  if (check === undefined) throw new Error(`The vendor's schemas lack ${name}.`);
  return check;
}

const schemaId = (name: string): string => `graph:${name}`;

/**
 * OpenAPI 3.0 as JSON Schema: `nullable` beside a reference becomes a choice. The conversion these schemas come from
 * makes `id` required for creating, which Graph assigns itself, and leaves objects open, where Graph refuses what it
 * does not know; both are put right. An object others derive from stays open.
 */
function asJsonSchema(schema: Json): Json {
  const { nullable, required: _required, example: _example, ...rest } = schema;
  const converted: Json = {};
  for (const [key, value] of Object.entries(rest)) {
    if (key === "$ref" && typeof value === "string") converted.$ref = schemaId(value.replace("#/components/schemas/", ""));
    else if (key === "properties") {
      converted.properties = { "@odata.type": { type: "string" }, ...mapValues(value as Json, convert) };
    } else converted[key] = convert(value);
  }
  const isMessage = rest.title === "message (for create)";
  if (isMessage) delete converted.anyOf;
  if ("properties" in rest && (isMessage || !("anyOf" in rest))) converted.additionalProperties = false;
  return nullable === true ? { anyOf: [converted, { type: "null" }] } : converted;
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  return typeof value === "object" && value !== null ? asJsonSchema(value as Json) : value;
}

function mapValues(object: Json, map: (value: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}
