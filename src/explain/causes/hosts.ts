/** Names of one machine, or of one site. */
import { parseUrl } from '../../cors/origin.ts';

export const hostOf = (origin: string): string => parseUrl(origin)?.hostname ?? '';

export const isLoopback = (origin: string): boolean => /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostOf(origin));

export const isSameButForWww = (a: string, b: string): boolean => {
  const [one, other] = [hostOf(a), hostOf(b)];
  return one !== '' && (one === `www.${other}` || other === `www.${one}`);
};
