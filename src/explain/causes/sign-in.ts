/** Whether a request carries what tells the server who the user is. */
import { getHeader } from '../../cors/header-values.ts';
import type { Facts } from '../facts.ts';

/** null where its headers were never seen. */
export const hasSignIn = ({ hop }: Facts): boolean | null =>
  hop.requestHeaders && ['authorization', 'cookie', 'x-api-key', 'apikey'].some(name => getHeader(hop.requestHeaders ?? [], name) !== null);
