/** What a WebSocket's handshake was answered with: shared by the causes that tell refusals apart. */
import type { Facts } from '../facts.ts';

/** The status; "unseen" where the browser does not tell it; null where no handshake was refused. */
export const socketStatus = ({ failure, answer }: Facts): number | 'unseen' | null =>
  failure.code === 'websocket-refused' ? (answer?.status ?? 'unseen') : null;
