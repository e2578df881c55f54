import { TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { Contract } from "../../contract/router.ts";

/** A link whose code is read when the first call goes through it. What fails to load is told as a call that failed. */
export function lateLink(load: () => Promise<TRPCLink<Contract>>): TRPCLink<Contract> {
  return (runtime) => (operation) =>
    observable((observer) => {
      let isStopped = false;
      let stop = (): void => {
        isStopped = true;
      };
      load().then(
        (link) => {
          if (isStopped) return;
          const listening = link(runtime)(operation).subscribe(observer);
          stop = () => listening.unsubscribe();
        },
        (error: unknown) => observer.error(TRPCClientError.from(error instanceof Error ? error : new Error(String(error)))),
      );
      return () => stop();
    });
}
