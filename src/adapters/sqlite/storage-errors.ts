import { StorageTrouble, type StorageTroubleKind } from "../../core/ports/storage-trouble.ts";

/** SQLite's primary result codes that tell of the file or its disk. */
const ofSqlite: Readonly<Record<number, StorageTroubleKind>> = {
  3: "forbidden" /* SQLITE_PERM */,
  5: "busy" /* SQLITE_BUSY */,
  8: "forbidden" /* SQLITE_READONLY */,
  10: "disk" /* SQLITE_IOERR */,
  11: "damaged" /* SQLITE_CORRUPT */,
  13: "full" /* SQLITE_FULL */,
  14: "forbidden" /* SQLITE_CANTOPEN */,
  26: "damaged" /* SQLITE_NOTADB */,
};

const ofSystem: Readonly<Record<string, StorageTroubleKind>> = {
  ENOSPC: "full",
  EDQUOT: "full",
  EFBIG: "full",
  EROFS: "forbidden",
  EACCES: "forbidden",
  EPERM: "forbidden",
  EIO: "disk",
};

/** What an error of SQLite or of the file system says about the disk, as one typed error; null when it says nothing of it. */
export function storageTroubleOf(error: unknown): StorageTrouble | null {
  if (error instanceof StorageTrouble) return error;
  if (!(error instanceof Error)) return null;
  if ("errcode" in error && typeof error.errcode === "number") {
    const kind = ofSqlite[error.errcode & 0xff];
    return kind === undefined ? null : new StorageTrouble(kind, error);
  }
  if ("code" in error && error.code === "ERR_INVALID_STATE") return new StorageTrouble("closed", error);
  const kind = "code" in error && typeof error.code === "string" ? ofSystem[error.code] : undefined;
  return kind === undefined ? null : new StorageTrouble(kind, error);
}
