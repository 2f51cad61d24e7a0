import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CertificateVerifyProc } from './certificate.ts';
import { Schemes } from './schemes.ts';
import { PartitionPages } from './session-pages.ts';
import { Session } from './session.ts';

let server: Server;
let url = '';

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=127.0.0.1/O=Conformance', '-days', '1'];
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const args = ['req', '-x509', ...made, ...subject, '-keyout', key, '-out', cert];
  execFileSync('openssl', args, { stdio: 'ignore' });
  server = createServer(
    { key: readFileSync(key), cert: readFileSync(cert) },
    (_request, response) => response.end('secure'),
  );
  rmSync(folder, { recursive: true });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function createSession(proc: CertificateVerifyProc | null): Session {
  const session = new Session(
    {
      schemes: new Schemes(),
      isReady: () => true,
      created: () => undefined,
      isOnline: () => true,
      userAgent: () => 'stand-in',
      storagePath: () => '',
      pagesOf: () =>
        new PartitionPages(() => {
          throw new Error('no browser here');
        }),
    },
    'certificates',
  );
  session.setCertificateVerifyProc(proc);
  return session;
}

describe('setCertificateVerifyProc', () => {
  test('without one, a certificate that nobody vouches for is refused', async () => {
    await expect(createSession(null).fetch(url)).rejects.toThrow('net::ERR_CERT_AUTHORITY_INVALID');
  });

  test('0 lets the server pass, and the next request too', async () => {
    const session = createSession((_request, callback) => callback(0));
    expect(await (await session.fetch(url)).text()).toBe('secure');
    expect(await (await session.fetch(url)).text()).toBe('secure');
  });

  test.each([-2, -3])('%i refuses it', async (verdict) => {
    const session = createSession((_request, callback) => callback(verdict));
    await expect(session.fetch(url)).rejects.toThrow('net::ERR_CERT_AUTHORITY_INVALID');
  });

  test('is told the host, the certificate and the objection', async () => {
    let seen: unknown;
    const session = createSession(({ hostname, certificate, verificationResult, ...more }, go) => {
      seen = { hostname, verificationResult, errorCode: more.errorCode, name: certificate.subject };
      go(0);
    });
    await session.fetch(url);
    expect(seen).toEqual({
      hostname: '127.0.0.1',
      verificationResult: 'net::ERR_CERT_AUTHORITY_INVALID',
      errorCode: -202,
      name: expect.objectContaining({ commonName: '127.0.0.1', organizations: ['Conformance'] }),
    });
  });
});
