import { useId } from 'preact/hooks';
import type { Fix } from '../../src/model.ts';
import { planTrial } from '../../src/trial/plan.ts';
import { usePanel } from '../context.ts';
import { trialWords } from '../later-words.ts';
import { Icon } from '../parts/Icon.tsx';
import type { Entry } from '../state/entry.ts';

/** The button that has the browser itself put the proposed header lines into the server's answers, or why it cannot. */
export function TryFix({ entry, fix }: { readonly entry: Entry; readonly fix: Fix | null }) {
  const { store, host, file } = usePanel();
  const { trial } = store;
  const reason = useId();
  // What was opened from a file is over, and of no tab.
  if (entry.exchange.isTried === true || file !== null) return null;
  const { plan, obstacle } = planTrial(entry.exchange, entry.verdict, fix, host.engine);
  if (plan === null) {
    return (
      <div class="try-fix">
        <button type="button" class="button" aria-disabled="true" aria-describedby={reason}>
          <Icon name="play" /> {trialWords.try}
        </button>
        <p id={reason} class="try-note">
          {trialWords.obstacles[obstacle]}
        </p>
      </div>
    );
  }
  return (
    <div class="try-fix">
      <button
        type="button"
        class="button primary"
        aria-describedby={reason}
        onClick={() => trial.start(plan, plan.repeat === null ? 'reload' : 'repeat')}
      >
        <Icon name="play" /> {plan.repeat === null ? trialWords.tryAndReload : trialWords.try}
      </button>
      {plan.repeat === null ? null : (
        <button type="button" class="button" aria-describedby={reason} onClick={() => trial.start(plan, 'reload')}>
          {trialWords.tryAndReload}
        </button>
      )}
      <p id={reason} class="try-note">
        {plan.repeat === null ? trialWords.hintReload(plan.method) : trialWords.hint}
      </p>
      {trial.ended.value === 'refused' ? (
        <p class="try-note" role="status">
          {trialWords.ended.refused}
        </p>
      ) : null}
    </div>
  );
}
