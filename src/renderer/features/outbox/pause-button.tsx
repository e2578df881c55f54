import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useSearchParams } from "wouter";
import { trpc } from "../../api/trpc.ts";
import { IconPlayerPause } from "../../ui/icons.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";

/** Stops all sending until somebody says to go on; the palette leads here too, and asks at once. */
export function PauseButton() {
  const pause = useMutation(trpc.outbox.pause.mutationOptions());
  const sending = useQuery(trpc.workspace.view.queryOptions()).data?.sending;
  const [search, setSearch] = useSearchParams();
  const box = useRef<HTMLSpanElement>(null);
  const isAsked = search.get("ask") === "pause";
  const isPaused = sending === undefined || sending.pauses.some(({ kind }) => kind === "person");
  useEffect(() => {
    if (!isAsked || isPaused) return;
    box.current?.querySelector("button")?.click();
    setSearch({}, { replace: true });
  }, [isAsked, isPaused, setSearch]);
  if (isPaused) return null;
  return (
    <span ref={box}>
      <ReasonButton
        size="xs"
        icon={<IconPlayerPause size={15} stroke={1.75} aria-hidden="true" />}
        label="Reason"
        isRequired
        question="Nothing leaves until somebody says to go on. What is being sent this moment is not called back. Every screen says that sending is paused."
        confirm="Pause all sending"
        tone="warning"
        onConfirm={(reason) => pause.mutateAsync({ reason })}
      >
        Pause all sending
      </ReasonButton>
    </span>
  );
}
