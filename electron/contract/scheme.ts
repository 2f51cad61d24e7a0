/** The scheme of Perch's links: a domain name backwards (RFC 8252 §7.1, requirement O12). */
export const SCHEME = 'app.perch.desktop';
