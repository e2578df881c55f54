/** Makes the secret part of a feed's address, and knows it again by a hash alone. */
export interface FeedSecrets {
  /** A token nobody can guess: 256 random bits, base64url. */
  newToken(): string;
  /** SHA-256 of a token, in hex. */
  hashOf(token: string): string;
  /** Compares in a time that tells nothing about either. */
  isSame(one: string, other: string): boolean;
}

/** Keeps feeds as files beside the workspace, for programs that read a file and no address. */
export interface FeedFiles {
  /** Where a feed of this name is kept, as an absolute path. */
  pathOf(fileName: string): string;
  /** Replaces the file whole, or not at all. Rejects when the disk does not allow it. */
  write(fileName: string, text: string): Promise<void>;
  remove(fileName: string): Promise<void>;
}
