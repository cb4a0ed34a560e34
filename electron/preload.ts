import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, type BridgeEvent, bridgeEvents, type Reply } from '../shared/bridge.ts';

const events: ReadonlySet<string> = new Set(bridgeEvents);

/** The whole of what the page can reach. `ipcRenderer` and its events stay on this side. */
const bridge: Bridge = Object.freeze({
  invoke: (channel: string, input: unknown) => ipcRenderer.invoke('invoke', channel, input) as Promise<Reply>,
  on: (event: BridgeEvent, listener: (payload: unknown) => void) => {
    if (!events.has(event)) throw new Error(`There is no event ${event}.`);
    const hear = (_: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(event, hear);
    return () => {
      ipcRenderer.off(event, hear);
    };
  },
  pathOf: (file: object) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
});

contextBridge.exposeInMainWorld('api', bridge);
