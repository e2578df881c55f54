import { describe, expect, test } from "vitest";
import { workspace as workspaceSchema } from "../../../src/contract/schemas/workspace.ts";
import { colourOnWhite, isSeenOnWhite } from "../../../src/core/domain/colour-contrast.ts";
import { brandColourProblem, dressFor, houseLineProblem, noHouseStyle } from "../../../src/core/domain/house-style.ts";
import type { Facts } from "../../../src/core/domain/message.ts";
import { sampleWorkspace } from "../../builders/samples.ts";

const facts: Facts = new Map([["customer.name", { kind: "text", text: "North Hospital" }]]);
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";

describe("a brand colour", () => {
  test("reads on white, or is refused with a shade of it that does", () => {
    expect(colourOnWhite("#000000")).toBe(21);
    expect(colourOnWhite("#ffffff")).toBe(1);
    expect(brandColourProblem("#0a5c7a")).toBeNull();
    const problem = brandColourProblem("#00b3a4");
    expect(problem?.message).toContain("2.6 to 1");
    expect(colourOnWhite(problem?.instead ?? "")).toBeGreaterThanOrEqual(4.5);
    expect(colourOnWhite(problem?.instead ?? "")).toBeLessThan(4.7);
    expect(brandColourProblem("teal")?.instead).toBeNull();
  });
});

describe("a logo", () => {
  const picture = (dot: readonly number[], marks: number): Uint8ClampedArray =>
    new Uint8ClampedArray(Array.from({ length: 1000 }, (_, at) => (at < marks ? dot : [0, 0, 0, 0])).flat());
  test("is seen on the white of a mail, or is white on nothing", () => {
    expect(isSeenOnWhite(picture([10, 60, 90, 255], 20))).toBe(true);
    expect(isSeenOnWhite(picture([255, 255, 255, 255], 900))).toBe(false);
    expect(isSeenOnWhite(picture([0, 0, 0, 10], 900))).toBe(false);
    expect(isSeenOnWhite(picture([0, 0, 0, 255], 0))).toBe(false);
  });
});

describe("a salutation", () => {
  const style = {
    ...noHouseStyle,
    salutation: "Dear {{ customer.name }}",
    signOff: "Kind regards\n{{ coordinator.name }}\nThe desk",
  };
  test("is for readers outside, with their name in it", () => {
    expect(dressFor(style, "Programme", true, facts).salutation).toBe("Dear North Hospital");
    expect(dressFor(style, "Programme", false, facts).salutation).toBe("");
  });
  test("loses the line whose fact is not known rather than half of it", () => {
    expect(dressFor(style, "Programme", true, facts).signOff).toBe("Kind regards\nThe desk");
    expect(dressFor(style, "Programme", true, new Map()).salutation).toBe("");
  });
  test("names only facts that are the same at every stage, and nothing else of a template", () => {
    expect(houseLineProblem("Dear {{customer.name}} and all")).toBeNull();
    expect(houseLineProblem("Dear {{ window.lead }}")).toContain("window.lead");
    expect(houseLineProblem("{% if x %}Dear{% endif %}")).toContain("belong to templates");
  });
});

describe("at the door", () => {
  const logo = { mediaType: "image/png", width: 1, height: 1, base64: pixel } as const;
  const said = (houseStyle: unknown): string =>
    workspaceSchema
      .safeParse({ ...sampleWorkspace(), houseStyle })
      .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)
      .join("\n") ?? "taken";

  test("a workspace from before has no house style, and a whole one is taken", () => {
    expect(workspaceSchema.parse(sampleWorkspace()).houseStyle).toEqual(noHouseStyle);
    expect(said({ ...noHouseStyle, logo, brandColour: "#0a5c7a", avoid: [{ words: "kindly", instead: "please" }] })).toBe(
      "taken",
    );
  });
  test("what is no picture, too large a one, a pale colour and a line with a tag are refused with the reason", () => {
    expect(said({ ...noHouseStyle, logo: { ...logo, base64: btoa("<svg onload=x>") } })).toContain("not a PNG or JPEG");
    expect(said({ ...noHouseStyle, logo: { ...logo, base64: pixel.slice(0, 12) + "A".repeat(40_000) } })).toContain(
      "under 20 kB",
    );
    expect(said({ ...noHouseStyle, logo: { ...logo, width: 4_000 } })).toContain("logo.width");
    expect(said({ ...noHouseStyle, brandColour: "#ffee00" })).toContain("hard to read on white");
    expect(said({ ...noHouseStyle, salutation: "Dear\r\nBcc: all" })).toContain("one line");
    expect(said({ ...noHouseStyle, signOff: "{% for %}" })).toContain("belong to templates");
  });
});
