import type { inferRouterInputs } from "@trpc/server";
import type { Contract } from "../../contract/router.ts";

/** What each procedure takes, as the contract's schemas have it. */
export type Inputs = inferRouterInputs<Contract>;
