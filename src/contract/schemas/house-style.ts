import { z } from "zod";
import {
  brandColourProblem,
  type HouseStyle,
  houseLineProblem,
  largestLogo,
  longestSignOff,
  mostAvoided,
} from "../../core/domain/house-style.ts";
import { hasControlCharacter, oneLine, required } from "./text.ts";

/** A salutation or sign-off may name a few facts, and nothing else of a template. */
function refuseHouseLine(words: string, context: z.RefinementCtx): void {
  const problem = houseLineProblem(words);
  if (problem !== null) context.addIssue({ code: "custom", message: problem });
}

/** What a picture of each kind begins with, in base64. */
const beginnings = { "image/png": "iVBORw0KGgo", "image/jpeg": "/9j/" } as const;

const logo = z
  .object({
    mediaType: z.enum(["image/png", "image/jpeg"]),
    width: z.int().min(1).max(largestLogo.width),
    height: z.int().min(1).max(largestLogo.height),
    base64: z.base64().max(Math.ceil(largestLogo.bytes / 3) * 4, "This picture is too large for a mail. Use one under 20 kB."),
  })
  .refine(({ mediaType, base64 }) => base64.startsWith(beginnings[mediaType]), "This is not a PNG or JPEG picture.");

export const houseStyle = z.object({
  salutation: oneLine.superRefine(refuseHouseLine),
  signOff: z
    .string()
    .max(longestSignOff, `Keep it under ${longestSignOff} characters.`)
    .refine((lines) => !hasControlCharacter.test(lines.replaceAll("\n", "")), "Take out the control characters.")
    .superRefine(refuseHouseLine),
  brandColour: z
    .string()
    .superRefine((colour, context) => {
      const problem = brandColourProblem(colour);
      if (problem !== null) context.addIssue({ code: "custom", message: problem.message });
    })
    .nullable(),
  logo: logo.nullable(),
  avoid: z
    .array(z.object({ words: required.max(80, "Keep it under 80 characters."), instead: oneLine }))
    .max(mostAvoided)
    .readonly(),
}) satisfies z.ZodType<HouseStyle>;
