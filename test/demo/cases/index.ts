/** Every case of the demo, in the order of the page. */
import type { DemoCase } from '../model.ts';
import { ALLOW_ORIGIN } from './allow-origin.ts';
import { HOSTILE } from './hostile.ts';
import { MEANS_AND_PLACES } from './means.ts';
import { NETWORK } from './network.ts';
import { ORDINARY } from './ordinary.ts';
import { POLICIES } from './policies.ts';
import { PREFLIGHT_LISTS } from './preflight-lists.ts';
import { PREFLIGHT_STATUS } from './preflight-status.ts';
import { REDIRECTS } from './redirects.ts';
import { WEBSOCKETS } from './sockets.ts';

export const CASES: readonly DemoCase[] = [
  ...ALLOW_ORIGIN,
  ...PREFLIGHT_STATUS,
  ...PREFLIGHT_LISTS,
  ...REDIRECTS,
  ...MEANS_AND_PLACES,
  ...NETWORK,
  ...WEBSOCKETS,
  ...POLICIES,
  ...ORDINARY,
  ...HOSTILE,
];
