import type { MenuItemConstructorOptions } from "electron";

/** The application menu: the system's standard roles, so that copy, paste, zoom and quit work as everywhere. */
export function menuTemplate(platform: NodeJS.Platform, openDataFolder: () => void): MenuItemConstructorOptions[] {
  const isMac = platform === "darwin";
  const ownMenu: MenuItemConstructorOptions[] = isMac ? [{ role: "appMenu" }] : [];
  return [
    ...ownMenu,
    {
      label: "&File",
      submenu: [{ label: "Open Data Folder", click: openDataFolder }, { type: "separator" }, { role: isMac ? "close" : "quit" }],
    },
    { role: "editMenu" },
    {
      label: "&View",
      submenu: [
        { role: "reload" },
        { type: "separator" },
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        { type: "separator" },
        { role: "togglefullscreen" },
      ],
    },
    { role: "windowMenu" },
  ];
}
