import { initial } from "./0001-initial.ts";
import { trustedSending } from "./0002-trusted-sending.ts";
import { sealedDeliveries } from "./0003-sealed-deliveries.ts";
import { planning } from "./0004-planning.ts";
import { counterparts } from "./0005-counterparts.ts";
import { keptLists } from "./0006-kept-lists.ts";
import { templateVersions } from "./0007-template-versions.ts";
import type { Migration } from "./migration.ts";

/** Every step in order. Steps are added at the end and never changed once released. */
export const allMigrations: readonly Migration[] = [
  initial,
  trustedSending,
  sealedDeliveries,
  planning,
  counterparts,
  keptLists,
  templateVersions,
];
