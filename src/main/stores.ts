import { ipcMain } from "electron";
import ElectronStore from "electron-store";

/** The small files of this host, all in the data folder. */
export type Stores = {
  readonly preferences: ElectronStore;
  readonly desktop: ElectronStore;
  /** Encrypted values only. */
  readonly secrets: ElectronStore;
};

export function openStores(dataFolder: string): Stores {
  const open = (name: string) =>
    // A file that is no JSON can't be mended by anyone; starting without it is no loss.
    new ElectronStore({ cwd: dataFolder, name, configFileMode: 0o600, clearInvalidConfig: true });
  const stores = { preferences: open("config"), desktop: open("desktop"), secrets: open("secrets") };
  // electron-store answers any page that asks where its files are. Ours never asks.
  ipcMain.removeAllListeners("electron-store-get-data");
  return stores;
}
