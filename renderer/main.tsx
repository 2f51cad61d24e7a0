import './styles/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { createClock } from './data/clock.ts';
import type { Services } from './data/services.ts';
import { createSessionStore } from './data/session-store.ts';
import { stringsFor } from './strings/strings.ts';

declare global {
  interface Window {
    /** Read by `get-nonce`, through which Radix marks the styles it injects. */
    __webpack_nonce__?: string;
  }
}

const bridge = window.perch;

async function start(root: HTMLElement): Promise<void> {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  if (nonce !== undefined) window.__webpack_nonce__ = nonce;

  const described = await bridge.app.describe();
  const app = described.ok
    ? described.value
    : ({ version: '', platform: 'linux', now: Date.now() } as const);
  const ahead = app.now - Date.now();

  const services: Services = {
    bridge,
    app,
    clock: createClock({
      now: () => Date.now() + ahead,
      every(milliseconds, callback) {
        const timer = setInterval(callback, milliseconds);
        return () => clearInterval(timer);
      },
      after(milliseconds, callback) {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
      visibility: {
        isVisible: () => document.visibilityState === 'visible',
        subscribe(listener) {
          document.addEventListener('visibilitychange', listener);
          return () => document.removeEventListener('visibilitychange', listener);
        },
      },
    }),
    session: createSessionStore(bridge),
    strings: stringsFor(navigator.languages),
    newId: () => crypto.randomUUID(),
  };

  createRoot(root).render(
    <StrictMode>
      <App services={services} />
    </StrictMode>,
  );
}

const root = document.querySelector<HTMLElement>('#root');
if (root !== null) await start(root);
