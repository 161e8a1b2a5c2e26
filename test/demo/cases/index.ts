/** Every case of the demo, in the order of the page. */
import type { DemoCase } from '../model.ts';
import { ALLOW_ORIGIN } from './allow-origin.ts';

export const CASES: readonly DemoCase[] = [...ALLOW_ORIGIN];
