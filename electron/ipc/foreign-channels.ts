/** Channels that libraries register on their own account; Perch's contract has no place for them. */
const FOREIGN = ['electron-store-get-data'];

/**
 * Takes back the channels of libraries. electron-store answers anyone who asks with the path of the
 * data folder, as soon as a store is made.
 */
export function removeForeignChannels(ipcMain: {
  removeAllListeners(channel: string): unknown;
}): void {
  for (const channel of FOREIGN) ipcMain.removeAllListeners(channel);
}
