import type { ElectronApplication } from '@playwright/test';
import { withServer } from './server.ts';
import { expect, states } from './support.ts';

const DOC = 'docs/api/session.md';

/** What a page is told of a permission when it asks without requesting it. */
const queryIn = (app: ElectronApplication, url: string, name: string): Promise<unknown> =>
  app.evaluate(
    async ({ BrowserWindow }, given) => {
      const window = new BrowserWindow({ show: false });
      await window.loadURL(given.url);
      return window.webContents.executeJavaScript(
        `navigator.permissions.query({ name: ${JSON.stringify(given.name)} }).then((s) => s.state)`,
      );
    },
    { url, name },
  );

const withPage = <T>(use: (url: string) => Promise<T>): Promise<T> =>
  withServer(
    (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('page'),
    use,
  );

for (const [allowed, state] of [
  [true, 'granted'],
  [false, 'denied'],
] as const)
  states(
    'ses.setPermissionCheckHandler',
    `${allowed ? 'grants' : 'denies'} what it says`,
    `${DOC}#sessetpermissioncheckhandlerhandler`,
    async ({ app }) => {
      await withPage(async (url) => {
        await app.evaluate(({ session }, verdict) => {
          session.defaultSession.setPermissionCheckHandler(() => verdict);
          session.defaultSession.setPermissionRequestHandler((_contents, _name, callback) =>
            callback(verdict),
          );
        }, allowed);
        expect(await queryIn(app, url, 'notifications')).toBe(state);
      });
    },
  );

states(
  'ses.setPermissionCheckHandler',
  'is asked with the page, the permission and its origin',
  `${DOC}#sessetpermissioncheckhandlerhandler`,
  async ({ app }) => {
    await withPage(async (url) => {
      await app.evaluate(({ session }) => {
        const asked: unknown[] = [];
        Reflect.set(globalThis, 'asked', asked);
        session.defaultSession.setPermissionCheckHandler((contents, permission, origin) => {
          if (permission === 'geolocation') asked.push([contents?.getType(), new URL(origin).host]);
          return false;
        });
      });
      await queryIn(app, url, 'geolocation');
      const asked = await app.evaluate(() => Reflect.get(globalThis, 'asked') as unknown[]);
      expect(asked).toContainEqual(['window', new URL(url).host]);
    });
  },
);

states(
  'ses.setPermissionRequestHandler',
  'decides when a page asks for its place',
  `${DOC}#sessetpermissionrequesthandlerhandler`,
  async ({ app }) => {
    await withPage(async (url) => {
      const code = await app.evaluate(async ({ BrowserWindow, session }, address) => {
        session.defaultSession.setPermissionRequestHandler((_contents, _name, callback) =>
          callback(false),
        );
        const window = new BrowserWindow({ show: false });
        await window.loadURL(address);
        return window.webContents.executeJavaScript(
          `new Promise((resolve) => {
            navigator.geolocation.getCurrentPosition(() => resolve('found'), (e) => resolve(e.code));
          })`,
        );
      }, url);
      expect(code).toBe(1);
    });
  },
);
