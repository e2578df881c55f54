import "../../src/renderer/theme/first-styles.ts";
import "virtual:theme-variables.css";
import "../../src/renderer/theme/fonts.css";
import "../../src/renderer/theme/global.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { queryClient, trpc } from "../../src/renderer/api/trpc.ts";
import { MessagePreview } from "../../src/renderer/ui/preview/message-preview.tsx";
import type { Picture } from "./pictures.ts";

declare global {
  interface Window {
    /** Draws one picture; called by make-gallery.ts. */
    draw(picture: Picture): void;
  }
}

const root = createRoot(document.getElementById("root") ?? document.body);

/** The same notice side by side, as the application's own previews show it. */
function Side({ title, content, from, channelName }: Picture["sides"][number]) {
  return (
    <section>
      <h2>{title}</h2>
      <MessagePreview content={content} from={from} {...(channelName === null ? {} : { channelName })} />
    </section>
  );
}

window.draw = ({ title, directory, sides }) => {
  queryClient.setQueryData(trpc.directory.all.queryKey(), directory);
  flushSync(() =>
    root.render(
      <QueryClientProvider client={queryClient}>
        <main key={title} style={{ gridTemplateColumns: sides.map(({ width }) => `${width}px`).join(" ") }}>
          <h1>{title}</h1>
          {sides.map((side) => (
            <Side key={side.title} {...side} />
          ))}
        </main>
      </QueryClientProvider>,
    ),
  );
};
