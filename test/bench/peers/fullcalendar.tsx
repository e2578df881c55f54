import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import "@fullcalendar/react/themes/classic/palette.css";
import FullCalendar from "@fullcalendar/react";
import dayGridPlugin from "@fullcalendar/react/daygrid";
import interactionPlugin from "@fullcalendar/react/interaction";
import classicThemePlugin from "@fullcalendar/react/themes/classic";
import { createRoot } from "react-dom/client";
import { stage } from "./stage.ts";

const plugins = [dayGridPlugin, interactionPlugin, classicThemePlugin];

await stage(({ root, windows, date, lanes }) => {
  const events = windows.map(({ id, title, start, end }) => ({ id, title, start, end }));
  const react = createRoot(root);
  react.render(
    <FullCalendar
      plugins={plugins}
      initialView="dayGridMonth"
      initialDate={date}
      firstDay={1}
      headerToolbar={{ start: "prev,next", center: "title", end: "" }}
      height="100%"
      editable
      dragRevertDuration={0}
      dayMaxEvents={lanes}
      eventClass="staged-window"
      events={events}
    />,
  );
  return () => react.unmount();
});
