import type { Certificate, CertificatePrincipal, Session } from 'electron';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import type { CertificateCheck } from '../net/exchange.ts';
import { toNetError } from '../net/net-error.ts';

export type CertificateVerifyProc = NonNullable<Parameters<Session['setCertificateVerifyProc']>[0]>;

/** The callback's values that mean something of their own (`docs/api/session.md`). */
const ACCEPT = 0;
const USE_CHROMIUMS = -3;

/** The app's verify procedure, as the network asks it. */
export const createCertificateCheck =
  (proc: CertificateVerifyProc): CertificateCheck =>
  (hostname, socket: TLSSocket, error) =>
    new Promise((resolve) => {
      const certificate = toCertificate(socket.getPeerCertificate(true));
      const isGood = error === undefined;
      const verificationResult = isGood ? 'net::OK' : toNetError(error).message;
      const request = {
        hostname,
        certificate,
        validatedCertificate: certificate,
        isIssuedByKnownRoot: isGood,
        verificationResult,
        errorCode: isGood ? 0 : (CODES[verificationResult] ?? -2),
      };
      proc(request, (verdict) => resolve(verdict === USE_CHROMIUMS ? isGood : verdict === ACCEPT));
    });

/** Chromium's `net_error_list.h`. */
const CODES: Readonly<Record<string, number>> = {
  'net::ERR_CERT_COMMON_NAME_INVALID': -200,
  'net::ERR_CERT_DATE_INVALID': -201,
  'net::ERR_CERT_AUTHORITY_INVALID': -202,
  'net::ERR_CERT_REVOKED': -206,
};

function toCertificate(peer: DetailedPeerCertificate): Certificate {
  const pem = (peer.raw ?? Buffer.alloc(0)).toString('base64').replaceAll(/.{64}/g, '$&\n');
  const issuer = toPrincipal(peer.issuer);
  const subject = toPrincipal(peer.subject);
  const isSelfSigned = peer.issuerCertificate === undefined || peer.issuerCertificate === peer;
  const certificate = {
    data: `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`,
    fingerprint: `sha256/${Buffer.from((peer.fingerprint256 ?? '').replaceAll(':', ''), 'hex').toString('base64')}`,
    issuer,
    issuerName: issuer.commonName,
    serialNumber: peer.serialNumber ?? '',
    subject,
    subjectName: subject.commonName,
    validStart: Date.parse(peer.valid_from) / 1000,
    validExpiry: Date.parse(peer.valid_to) / 1000,
  };
  return isSelfSigned
    ? (certificate as Certificate)
    : { ...certificate, issuerCert: toCertificate(peer.issuerCertificate) };
}

const first = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? '';

const list = (value: string | string[] | undefined): string[] => [value ?? []].flat();

const toPrincipal = (
  name: DetailedPeerCertificate['subject'] | undefined,
): CertificatePrincipal => ({
  commonName: first(name?.CN),
  country: first(name?.C),
  locality: first(name?.L),
  organizations: list(name?.O),
  organizationUnits: list(name?.OU),
  state: first(name?.ST),
});
