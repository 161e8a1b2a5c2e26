import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { clip } from '../src/explain/words/text.ts';
import type { Trial } from '../src/model.ts';
import { usePanel } from './context.ts';
import { leadingLabel } from './labels.ts';
import { trialWords } from './later-words.ts';
import { Icon, type IconName } from './parts/Icon.tsx';
import type { Entry } from './state/entry.ts';
import { makeVisible } from './text.ts';

/** Characters of a method and an address in the banner, the middle left out. */
const ADDRESS_LENGTH = 100;

interface Outcome {
  readonly kind: 'waiting' | 'through' | 'blocked' | 'unclear';
  readonly text: string;
}

const icons: Readonly<Record<Outcome['kind'], IconName>> = { waiting: 'pending', through: 'allowed', blocked: 'blocked', unclear: 'unknown' };

function outcomeOf(entry: Entry | null, trial: Trial): Outcome {
  if (entry === null) return { kind: 'waiting', text: trialWords.notAskedYet(trial.plan.method) };
  const [first, ...others] = entry.verdict.failures;
  switch (entry.standing) {
    case 'allowed':
      return { kind: 'through', text: trialWords.through };
    case 'blocked':
      return { kind: 'blocked', text: trialWords.stillBlocked(first === undefined ? null : leadingLabel([first, ...others])) };
    case 'pending':
      return { kind: 'waiting', text: trialWords.asking };
    default:
      return { kind: 'unclear', text: trialWords.unclear };
  }
}

function Running({ trial }: { readonly trial: Trial }) {
  const { store } = usePanel();
  const entry = store.trial.result.value;
  const { kind, text } = outcomeOf(entry, trial);
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(
    () => () => {
      store.news.tell(trialWords.over);
      // The button that had the focus goes with the banner.
      if (section.current?.contains(document.activeElement)) document.querySelector<HTMLElement>('.list')?.focus();
    },
    [store],
  );
  useEffect(() => {
    if (kind !== 'waiting') store.news.tell(text);
  }, [kind, text, store]);
  return (
    <section ref={section} class="trial" data-outcome={kind} aria-label={trialWords.banner}>
      <p class="trial-what">
        <b>{trialWords.trying}</b> <bdi class="value">{makeVisible(clip(`${trial.plan.method} ${trial.plan.url}`, ADDRESS_LENGTH))}</bdi>{' '}
        <span>{trialWords.scope}</span>
      </p>
      <p class="trial-outcome">
        <Icon name={icons[kind]} /> <b>{text}</b>
        {kind === 'through' ? <span> {trialWords.throughHint}</span> : null}
      </p>
      <p class="trial-buttons">
        {entry === null ? null : (
          <button type="button" class="button show" onClick={() => store.selection.open(entry.id)}>
            {trialWords.show}
          </button>
        )}
        {trial.plan.repeat === null ? null : (
          <button type="button" class="button again" onClick={() => store.trial.again('repeat')}>
            {trialWords.repeat}
          </button>
        )}
        <button type="button" class="button reload" onClick={() => store.trial.again('reload')}>
          {trialWords.reload}
        </button>
        <button type="button" class="button primary stop" onClick={store.trial.stop}>
          {trialWords.stop}
        </button>
      </p>
    </section>
  );
}

/** Says, for as long as a fix is tried, that it is, and what came of it. Loaded after the tab is on show. */
export function TrialBanner() {
  const { trial } = usePanel().store;
  if (trial.running.value !== null) return <Running trial={trial.running.value} />;
  if (trial.ended.value !== 'left') return null;
  return (
    <section class="trial" data-outcome="ended" aria-label={trialWords.banner}>
      <p class="trial-outcome">{trialWords.ended.left}</p>
      <p class="trial-buttons">
        <button type="button" class="button dismiss" onClick={trial.stop}>
          {trialWords.dismiss}
        </button>
      </p>
    </section>
  );
}
