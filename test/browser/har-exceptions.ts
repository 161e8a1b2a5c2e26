/** The demo's cases that a browser's own HAR does not tell as the recorder does: what is read from it, and what the file lacks. */
import type { FailureCode } from '../../src/model.ts';
import { CASES } from '../demo/cases/index.ts';
import type { Engine } from '../demo/model.ts';

interface Exception {
  /** null where nothing failed by what the file has. */
  readonly code: FailureCode | null;
  readonly because: string;
  /** Where the file has it in one run and lacks it in the next. */
  readonly isRace?: true;
}

const FRAME_GONE = 'the frame is taken away at once, perhaps before the log has its answer';
const ASKED_BY_FRAMES: Readonly<Record<string, Exception>> = Object.fromEntries(
  CASES.filter(({ request }) => request.from.endsWith('-frame')).map(({ id }) => [id, { code: 'network-error', because: FRAME_GONE, isRace: true }]),
);
const NO_ERROR = 'Firefox’s file has a status of 0 and no name of the error';

export const HAR_EXCEPTIONS: Readonly<Record<Engine, Readonly<Record<string, Exception>>>> = {
  chromium: {
    worker: { code: 'unexplained', because: 'the network panel has no answer to the request of a worker' },
    'local-network-access': { code: 'unexplained', because: 'the network panel calls it net::ERR_FAILED, as it calls a broken rule' },
    'redirect-forbidden-by-page': {
      code: 'allow-credentials-missing',
      because: 'the page’s own policy is not in the file, and the redirect that it forbids looks like one that was refused with credentials',
    },
    'hostile-origin-right-to-left': {
      code: 'allow-origin-mismatch',
      because: 'the network panel takes the bytes of the value for another character set',
    },
  },
  firefox: {
    ...ASKED_BY_FRAMES,
    'preflight-cut': { code: 'network-error', because: NO_ERROR },
    'connection-refused': { code: 'network-error', because: NO_ERROR },
    'name-not-resolved': { code: 'network-error', because: NO_ERROR },
    'tls-failed': { code: 'network-error', because: NO_ERROR },
    'certificate-rejected': { code: 'network-error', because: NO_ERROR },
    'connection-cut': { code: 'network-error', because: NO_ERROR },
    'two-lengths': { code: 'network-error', because: NO_ERROR },
    'port-blocked': { code: 'network-error', because: NO_ERROR },
    'local-network-access': { code: 'network-error', because: NO_ERROR },
    cancelled: { code: 'network-error', because: `${NO_ERROR}, nor that the page called it off` },
    'corp-image': { code: null, because: 'the file has the answer, and not that it was kept from the page' },
    'service-worker': { code: null, because: 'the network log has none of what a service worker asks for' },
  },
};
