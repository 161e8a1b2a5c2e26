/** What a CORS tab may ask of the trials. */
import type { ToBackground } from '../link/protocol.ts';
import type { RepeatableRequest } from '../model.ts';
import type { Trials } from './trials.ts';

export type TrialRequest = Extract<ToBackground, { readonly type: 'try' | 'stop-trial' | 'repeat' }>;

const TYPES: ReadonlySet<string> = new Set<TrialRequest['type']>(['try', 'stop-trial', 'repeat']);

export const isTrialRequest = (request: ToBackground): request is TrialRequest => TYPES.has(request.type);

interface TrialRequestsOptions {
  readonly trials: Trials;
  /** The page that a tab shows. */
  readonly pageUrl: (tabId: number) => string;
  readonly repeat: (tabId: number, request: RepeatableRequest) => void;
}

export const createTrialRequests = ({ trials, pageUrl, repeat }: TrialRequestsOptions) => ({
  take: (tabId: number, request: TrialRequest): void => {
    switch (request.type) {
      case 'try':
        void trials.start(tabId, request.plan, pageUrl(tabId));
        return;
      case 'stop-trial':
        void trials.stop(tabId, 'stopped');
        return;
      case 'repeat': {
        const again = trials.state(tabId).trial?.plan.repeat;
        if (again) repeat(tabId, again);
      }
    }
  },
});
