import { isSeenOnWhite } from "../../../core/domain/colour-contrast.ts";
import { type Logo, largestLogo } from "../../../core/domain/house-style.ts";

/** Pictures are read from the disk up to this size; what is longer is a photograph. */
const longestFile = 10_000_000;
const widths = [largestLogo.width, 320, 240, 160] as const;

export type DrawnLogo = { readonly kind: "logo"; readonly logo: Logo } | { readonly kind: "refused"; readonly why: string };

/**
 * Draws a picture of the disk anew, small enough for a mail. Whatever else the file held (places, programs, other pictures)
 * does not come along.
 */
export async function drawLogo(file: File): Promise<DrawnLogo> {
  if (file.type !== "image/png" && file.type !== "image/jpeg") return refused("Choose a PNG or a JPEG picture.");
  if (file.size > longestFile) return refused("This picture is over 10 MB. Choose a smaller one.");
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return refused(`${file.name} can’t be read as a picture.`);
  }
  try {
    if (!isSeenOnWhite(dotsOf(picture)))
      return refused("Nobody would see this picture on the white of a mail. Choose the one for light grounds.");
    for (const most of widths) {
      const scale = Math.min(1, most / picture.width, largestLogo.height / picture.height);
      const width = Math.max(1, Math.round(picture.width * scale));
      const height = Math.max(1, Math.round(picture.height * scale));
      for (const mediaType of ["image/png", "image/jpeg"] as const) {
        const base64 = await drawn(picture, width, height, mediaType);
        if (base64 !== null && base64.length <= Math.ceil(largestLogo.bytes / 3) * 4)
          return { kind: "logo", logo: { mediaType, width, height, base64 } };
      }
    }
  } finally {
    picture.close();
  }
  return refused("This picture stays over 20 kB however small it is drawn. Choose a simpler one.");
}

/** A small copy is enough to tell whether anything is to be seen. */
const sampled = 120;

function dotsOf(picture: ImageBitmap): Uint8ClampedArray {
  const canvas = document.createElement("canvas");
  canvas.width = sampled;
  canvas.height = sampled;
  const context = canvas.getContext("2d");
  context?.drawImage(picture, 0, 0, sampled, sampled);
  return context?.getImageData(0, 0, sampled, sampled).data ?? new Uint8ClampedArray();
}

async function drawn(picture: ImageBitmap, width: number, height: number, mediaType: Logo["mediaType"]): Promise<string | null> {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (context === null) return null;
  // JPEG knows no transparency: what is clear would turn black.
  if (mediaType === "image/jpeg") {
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, width, height);
  }
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, width, height);
  const address = canvas.toDataURL(mediaType, 0.85);
  return address.startsWith(`data:${mediaType};base64,`) ? address.slice(address.indexOf(",") + 1) : null;
}

function refused(why: string): DrawnLogo {
  return { kind: "refused", why: `${why} The logo stays as it was.` };
}
