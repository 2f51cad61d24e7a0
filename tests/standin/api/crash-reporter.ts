import type { CrashReporter, CrashReporterStartOptions } from 'electron';

/**
 * `crashReporter`: it keeps what it is told and never finds a crash. Nothing is written or sent:
 * a Node that crashes leaves no minidump.
 */
export function createCrashReporter() {
  let options: CrashReporterStartOptions | undefined;
  let uploads = false;
  const parameters = new Map<string, string>();
  return {
    start: (given) => {
      const { submitURL, uploadToServer = true, extra = {} } = given;
      if (uploadToServer && !submitURL)
        throw new Error('submitURL must be specified when uploadToServer is true');
      options = given;
      uploads = uploadToServer;
      for (const [key, value] of Object.entries(extra)) parameters.set(key, value);
    },
    getParameters: () => Object.fromEntries(parameters),
    addExtraParameter: (key, value) => {
      parameters.set(key, value);
    },
    removeExtraParameter: (key) => {
      parameters.delete(key);
    },
    getLastCrashReport: () => null,
    getUploadedReports: () => [],
    getUploadToServer: () => options !== undefined && uploads,
    setUploadToServer: (value) => {
      uploads = value;
    },
  } satisfies CrashReporter;
}
