import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { trpc } from "./api/trpc.ts";
import { useChanges } from "./api/use-changes.ts";
import classes from "./shell/shell.module.css";
import { Shell } from "./shell/shell.tsx";
import { ErrorNote } from "./ui/error-note.tsx";
import { Loading } from "./ui/loading.tsx";

const WelcomePage = lazy(async () => ({ default: (await import("./features/welcome/welcome-page.tsx")).WelcomePage }));

const DamagePage = lazy(async () => ({ default: (await import("./features/damage/damage-page.tsx")).DamagePage }));

/** The whole screen: the first steps while there is no workspace, and the desk from then on. */
export function App() {
  useChanges();
  useColourScheme();
  const [isLooking, setLooking] = useState(false);
  const view = useQuery(trpc.workspace.view.queryOptions());
  if (view.error !== null) {
    return (
      <main className={classes.pageError}>
        <ErrorNote error={view.error} onRetry={() => void view.refetch()} />
      </main>
    );
  }
  if (view.data === undefined) return <Loading what="Opening the workspace" />;
  const { workspace, setAside } = view.data;
  if (setAside !== null && (workspace === null || !isLooking)) {
    return (
      <Suspense fallback={<Loading />}>
        <DamagePage setAside={setAside} onLook={workspace === null ? null : () => setLooking(true)} />
      </Suspense>
    );
  }
  if (workspace === null) {
    return (
      <Suspense fallback={<Loading />}>
        <WelcomePage />
      </Suspense>
    );
  }
  return <Shell view={view.data} workspace={workspace} onDecideDamage={() => setLooking(false)} />;
}

/** Follows the person's preference; the host writes it into the document, so that the next start has it at once. */
function useColourScheme(): void {
  const { setColorScheme } = useMantineColorScheme();
  const computed = useComputedColorScheme("light");
  const preferences = useQuery(trpc.host.preferences.queryOptions());
  const wanted = preferences.data?.colorScheme;
  useEffect(() => {
    if (wanted !== undefined) setColorScheme(wanted);
  }, [wanted, setColorScheme]);
  useEffect(() => {
    document.documentElement.style.colorScheme = computed;
  }, [computed]);
}
