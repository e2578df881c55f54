/** Makes ids nobody can guess and nobody made before (UUID v4), and fingerprints. */
export interface Ids {
  next(): string;
  /** SHA-256 of a text, as lower-case hexadecimal. */
  fingerprint(text: string): string;
}
