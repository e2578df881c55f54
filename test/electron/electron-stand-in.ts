import { EventEmitter } from "node:events";
import { join } from "node:path";
import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Dialog,
  Menu,
  MenuItemConstructorOptions,
  Notification,
  NotificationConstructorOptions,
  Protocol,
  SafeStorage,
  Screen,
  Session,
  Shell,
  WebContents,
  WebFrameMain,
} from "electron";
import { ipcChannels } from "../../src/contract/ipc.ts";
import { IpcMainStandIn } from "./ipc-main-stand-in.ts";

/** How the machine is on which the stand-in pretends to run. */
export type Machine = {
  readonly keyStore: "gnome_libsecret" | "basic_text";
  readonly isFirstInstance: boolean;
  /** What the system's settings say of an address, in Chromium's words. */
  readonly proxyFor: (address: string) => string;
  readonly workArea: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
};

type PermissionRequest = NonNullable<Parameters<Session["setPermissionRequestHandler"]>[0]>;
type PermissionCheck = NonNullable<Parameters<Session["setPermissionCheckHandler"]>[0]>;
type OpenHandler = Parameters<WebContents["setWindowOpenHandler"]>[0];
type RequestFilter = (
  details: Electron.OnBeforeRequestListenerDetails,
  answer: (response: Electron.CallbackResponse) => void,
) => void;

/** What the application asked of Electron, for a test to look at. */
export type Recorded = {
  readonly schemes: Electron.CustomScheme[];
  readonly handlers: Map<string, (request: Request) => Response | Promise<Response>>;
  readonly windows: WindowStandIn[];
  readonly menus: MenuItemConstructorOptions[][];
  readonly shown: { readonly options: NotificationConstructorOptions; readonly events: EventEmitter }[];
  readonly openedOutside: string[];
  readonly errorBoxes: string[];
  readonly questions: string[];
  readonly filters: RequestFilter[];
  readonly exits: number[];
  isSandboxed: boolean;
  hasQuit: boolean;
  isReady: boolean;
  /** Whether the schemes were made before Electron was ready, as it demands. */
  schemesCameInTime: boolean;
  permissionRequest: PermissionRequest | null;
  permissionCheck: PermissionCheck | null;
  devicePermission: (() => boolean) | null;
};

/** A page: its main frame, its guards, and what was sent to it. */
class ContentsStandIn extends EventEmitter {
  readonly mainFrame = { origin: "app://forewarn" } as WebFrameMain;
  readonly replies: unknown[] = [];
  openHandler: OpenHandler | null = null;
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  isDestroyed(): boolean {
    return false;
  }
}

/** A window; it loads nothing, but remembers what it was told. */
class WindowStandIn extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly contents = new ContentsStandIn();
  readonly calls: string[] = [];
  loaded: string | null = null;
  bounds: { x: number; y: number; width: number; height: number };
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 0, height: options.height ?? 0 };
  }
  get webContents(): WebContents {
    return this.contents as unknown as WebContents;
  }
  async loadURL(address: string): Promise<void> {
    this.loaded = address;
    this.emit("ready-to-show");
  }
  getNormalBounds() {
    return this.bounds;
  }
  isMaximized(): boolean {
    return this.calls.includes("maximize");
  }
  isMinimized(): boolean {
    return this.calls.at(-1) === "minimize";
  }
  maximize(): void {
    this.calls.push("maximize");
  }
  restore(): void {
    this.calls.push("restore");
  }
  show(): void {
    this.calls.push("show");
  }
  focus(): void {
    this.calls.push("focus");
  }
  /** The person closes it. */
  close(): void {
    this.emit("close");
    this.emit("closed");
  }
}
type WindowPart = Pick<
  BrowserWindow,
  "webContents" | "loadURL" | "getNormalBounds" | "isMaximized" | "isMinimized" | "maximize" | "restore" | "show" | "focus"
>;
// The stand-in's window is one of Electron's, as far as the application uses it.
const asWindowPart = (window: WindowStandIn): WindowPart => window;

/** The `electron` module as the main process sees it, checked against Electron's own declarations. */
export function createElectron(machine: Machine) {
  const recorded: Recorded = {
    schemes: [],
    handlers: new Map(),
    windows: [],
    menus: [],
    shown: [],
    openedOutside: [],
    errorBoxes: [],
    questions: [],
    filters: [],
    exits: [],
    isSandboxed: false,
    hasQuit: false,
    isReady: false,
    schemesCameInTime: false,
    permissionRequest: null,
    permissionCheck: null,
    devicePermission: null,
  };
  const appEvents = new EventEmitter();
  const paths = new Map<string, string>([["userData", "/nowhere"]]);

  const app = {
    on: (name: string, listener: (...given: never[]) => void) => {
      appEvents.on(name, listener as (...given: unknown[]) => void);
      return app as unknown as App;
    },
    isPackaged: false,
    setPath: (name, path) => void paths.set(name, path),
    getPath: (name) => paths.get(name) ?? "",
    getVersion: () => "0.1.0",
    enableSandbox: () => {
      recorded.isSandboxed = !recorded.isReady;
    },
    requestSingleInstanceLock: () => machine.isFirstInstance,
    whenReady: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      recorded.isReady = true;
    },
    quit: () => {
      let isPrevented = false;
      appEvents.emit("before-quit", { preventDefault: () => (isPrevented = true) });
      recorded.hasQuit = !isPrevented;
    },
    exit: (code) => void recorded.exits.push(code ?? 0),
  } satisfies Pick<
    App,
    | "isPackaged"
    | "setPath"
    | "getPath"
    | "getVersion"
    | "enableSandbox"
    | "requestSingleInstanceLock"
    | "whenReady"
    | "quit"
    | "exit"
  > & { on: unknown };

  const protocol = {
    registerSchemesAsPrivileged: (schemes) => {
      recorded.schemes.push(...schemes);
      recorded.schemesCameInTime = !recorded.isReady;
    },
    handle: (scheme, handler) =>
      void recorded.handlers.set(scheme, handler as (request: Request) => Response | Promise<Response>),
  } satisfies Pick<Protocol, "registerSchemesAsPrivileged" | "handle">;

  const defaultSession = {
    setPermissionRequestHandler: (handler) => {
      recorded.permissionRequest = handler;
    },
    setPermissionCheckHandler: (handler) => {
      recorded.permissionCheck = handler;
    },
    resolveProxy: async (address) => machine.proxyFor(address),
    setDevicePermissionHandler: (handler) => {
      recorded.devicePermission = handler === null ? null : () => handler({} as never);
    },
    webRequest: {
      onBeforeRequest: (filter: unknown) => void recorded.filters.push(filter as RequestFilter),
    } as unknown as Session["webRequest"],
  } satisfies Pick<
    Session,
    "setPermissionRequestHandler" | "setPermissionCheckHandler" | "setDevicePermissionHandler" | "webRequest" | "resolveProxy"
  >;

  // Turns every letter round, so that a test sees that what is on disk is not the secret.
  const safeStorage = {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => machine.keyStore,
    encryptString: (text) => Buffer.from(`locked:${[...text].reverse().join("")}`),
    decryptString: (blob) => [...blob.toString().replace("locked:", "")].reverse().join(""),
  } satisfies Pick<SafeStorage, "isEncryptionAvailable" | "getSelectedStorageBackend" | "encryptString" | "decryptString">;

  const shell = {
    openExternal: async (address) => void recorded.openedOutside.push(address),
    openPath: async () => "",
  } satisfies Pick<Shell, "openExternal" | "openPath">;

  const dialog = {
    showErrorBox: (title, content) => void recorded.errorBoxes.push(`${title}: ${content}`),
    showMessageBox: async (...given: unknown[]) => {
      recorded.questions.push((given.at(-1) as { message: string }).message);
      return { response: 1, checkboxChecked: false };
    },
  } satisfies Pick<Dialog, "showErrorBox" | "showMessageBox">;

  const screen = {
    getAllDisplays: () => [{ workArea: machine.workArea } as Electron.Display],
  } satisfies Pick<Screen, "getAllDisplays">;

  const ipcMain = new IpcMainStandIn();

  const menu = {
    buildFromTemplate: (template) => {
      recorded.menus.push(template as MenuItemConstructorOptions[]);
      return {} as Menu;
    },
    setApplicationMenu: () => undefined,
  } satisfies Pick<typeof Menu, "buildFromTemplate" | "setApplicationMenu">;

  class NotificationStandIn {
    readonly options: NotificationConstructorOptions;
    readonly events = new EventEmitter();
    constructor(options: NotificationConstructorOptions) {
      this.options = options;
    }
    static isSupported(): boolean {
      return true;
    }
    once(name: string, listener: () => void): this {
      this.events.once(name, listener);
      return this;
    }
    show(): void {
      recorded.shown.push({ options: this.options, events: this.events });
    }
  }
  const Notifications = NotificationStandIn satisfies Pick<typeof Notification, "isSupported"> &
    (new (
      options: NotificationConstructorOptions,
    ) => Pick<Notification, "show">);

  class Window extends WindowStandIn {
    constructor(options: BrowserWindowConstructorOptions) {
      super(options);
      recorded.windows.push(this);
      asWindowPart(this);
      appEvents.emit("web-contents-created", {}, this.contents);
    }
  }

  /** Sends a message from a frame as the preload script would. */
  function sendFrom(senderFrame: Pick<WebFrameMain, "origin">, message: unknown): void {
    const window = recorded.windows.at(-1);
    if (window === undefined) throw new Error("there is no window");
    const reply = (_channel: string, response: unknown) => window.contents.replies.push(structuredClone(response));
    ipcMain.arrive(
      ipcChannels.request,
      { sender: window.webContents, senderFrame: senderFrame as WebFrameMain, reply },
      structuredClone(message),
    );
  }

  return {
    recorded,
    appEvents,
    ipcMain,
    userData: () => paths.get("userData") ?? "",
    logFile: () => join(paths.get("userData") ?? "", "..", "forewarn.log"),
    sendFrom,
    /** The main frame of the last window. */
    mainFrame: () => recorded.windows.at(-1)?.contents.mainFrame ?? ({ origin: "null" } as WebFrameMain),
    module: {
      app,
      protocol,
      session: { defaultSession },
      safeStorage,
      shell,
      dialog,
      screen,
      ipcMain,
      Menu: menu,
      Notification: Notifications,
      BrowserWindow: Window as new (options: BrowserWindowConstructorOptions) => WindowStandIn,
    },
  };
}

export type ElectronStandIn = ReturnType<typeof createElectron>;
