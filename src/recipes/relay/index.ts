/** Every relay, the more widely used ones of a family first. */
import { express } from './express.ts';
import { nextjs } from './nextjs.ts';
import { nginx } from './nginx.ts';
import { vite } from './vite.ts';
import { webpack } from './webpack.ts';

export const RELAYS = [nginx, express, nextjs, vite, webpack] as const;

/** null where there is none of that id. */
export const relayOf = (id: string | null): (typeof RELAYS)[number] | null => RELAYS.find(relay => relay.id === id) ?? null;

export type RelayId = (typeof RELAYS)[number]['id'];
