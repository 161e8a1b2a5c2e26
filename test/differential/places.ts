/**
 * Where random exchanges are played. The origins are written as they would be on a machine whose ports were all free; the
 * stage opens free ones and puts theirs in their place.
 */
import fc from 'fast-check';

/** Trustworthy without TLS, with TLS, and not trustworthy: there no browser sends Sec-Fetch-*. */
export const PAGES = ['http://localhost:8000', 'https://localhost:8443', 'http://site.test:8001'] as const;
export type PageOrigin = (typeof PAGES)[number];

/** The origin of the cross-site frame in every page. */
export const FRAME = 'http://127.0.0.1:9002';
/** The origin of a frame that browsers are told to take for a public site, from which the servers of this machine are out of reach. */
export const PUBLIC = 'http://127.0.0.1:9007';

/** Names with a port of their own share it: a server is told by its port. `http2`: it speaks nothing else. */
export const SERVERS = [
  { origin: 'http://api.localhost:9000', protocol: 'http' },
  { origin: 'http://xn--bcher-kva.localhost:9000', protocol: 'http' },
  { origin: 'http://localhost:9001', protocol: 'http' },
  { origin: FRAME, protocol: 'http' },
  { origin: 'http://[::1]:9003', protocol: 'http' },
  { origin: 'https://localhost:9443', protocol: 'https' },
  { origin: 'https://api.localhost:9444', protocol: 'http2' },
  { origin: 'http://api.site.test:9005', protocol: 'http' },
  { origin: 'http://lan.test:9006', protocol: 'http' },
] as const;
export type ServerOrigin = (typeof SERVERS)[number]['origin'];

export const CERTIFIED_PAGE: PageOrigin = 'https://localhost:8443';

/** Names that no name server knows: browsers are told to look for them on this machine. */
export const TEST_NAMES = ['site.test', 'api.site.test', 'lan.test'] as const;

/** A page over TLS may ask nothing of a plain server whose name is not this machine's own, whatever is behind `url`'s name. */
export const isMixedContent = (page: string, url: string): boolean => page.startsWith('https:') && /^http:[^?#]*\.test(?:[:/]|$)/i.test(url);

const ORIGINS: readonly ServerOrigin[] = SERVERS.map(({ origin }) => origin);

export const withinReach = (page: string): readonly ServerOrigin[] => ORIGINS.filter(origin => !isMixedContent(page, origin));

/** What a page asks, or is sent to: now and then, what it may not reach. */
export const serversFor = (page: string): readonly ServerOrigin[] => [...withinReach(page), ...withinReach(page), ...ORIGINS];

/** As pages and servers write it: in capitals, in Unicode. */
const spelled = (origin: string): readonly string[] => [origin.toUpperCase(), origin.replace('xn--bcher-kva', 'bücher')];

/** An origin that a page may ask, its own now and then, in one of its spellings. */
export const targetOf = (page: string, own: string): fc.Arbitrary<string> =>
  fc
    .constantFrom(...serversFor(page), own === 'null' ? page : own)
    .chain(origin => fc.oneof({ weight: 8, arbitrary: fc.constant<string>(origin) }, { weight: 1, arbitrary: fc.constantFrom(...spelled(origin)) }));
