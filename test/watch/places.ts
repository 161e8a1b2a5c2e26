/** The demo's origins as every recording has them, whatever ports its servers had. */
import type { Role } from '../demo/model.ts';

export const PLACES: ReadonlyMap<Role, string> = new Map([
  ['page', 'http://localhost:8100'],
  ['api', 'http://127.0.0.1:8101'],
  ['other', 'http://localhost:8102'],
  ['sub', 'http://api.localhost:8101'],
  ['ipv6', 'http://[::1]:8101'],
  ['secure', 'https://localhost:8103'],
  ['untrusted', 'https://localhost:8104'],
  ['public', 'http://127.0.0.1:8105'],
  ['bare', 'http://127.0.0.2'],
]);
