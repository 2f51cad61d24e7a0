import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { CHANNELS, EVENTS } from './contract/channels.ts';

const mapValues = <In, Out>(
  record: Readonly<Record<string, In>>,
  map: (value: In) => Out,
): Record<string, Out> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

const call = (channel: string) => (input?: unknown) => ipcRenderer.invoke(channel, input);

const subscribe = (channel: string) => (listener: (payload: unknown) => void) => {
  const forward = (_event: IpcRendererEvent, payload: unknown): void => listener(payload);
  ipcRenderer.on(channel, forward);
  return () => {
    ipcRenderer.removeListener(channel, forward);
  };
};

contextBridge.exposeInMainWorld('perch', {
  ...mapValues(CHANNELS, (domain) => mapValues(domain, call)),
  on: mapValues(EVENTS, (domain) => mapValues(domain, subscribe)),
});
