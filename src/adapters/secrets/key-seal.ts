import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Seal } from "./sealed-secrets.ts";

const cipher = "aes-256-gcm";
/** In bytes: what AES-256 takes, and what GCM takes and gives. */
export const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;

/** Seals with a key of 32 bytes: a new nonce each time, then the tag, then the text. */
export function sealWithKey(key: Buffer): Seal {
  return {
    seal(text) {
      const nonce = randomBytes(nonceLength);
      const locking = createCipheriv(cipher, key, nonce);
      const locked = Buffer.concat([locking.update(text, "utf8"), locking.final()]);
      return Buffer.concat([nonce, locking.getAuthTag(), locked]);
    },
    open(sealed) {
      const unlocking = createDecipheriv(cipher, key, sealed.subarray(0, nonceLength), { authTagLength: tagLength });
      unlocking.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
      const text = unlocking.update(sealed.subarray(nonceLength + tagLength));
      return Buffer.concat([text, unlocking.final()]).toString("utf8");
    },
  };
}
