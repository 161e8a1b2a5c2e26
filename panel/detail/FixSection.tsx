import type { Explanation, Fix, HeaderEdit } from '../../src/model.ts';
import { detailWords } from '../later-words.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Prose } from '../parts/Prose.tsx';
import { Value } from '../parts/Value.tsx';
import type { Entry } from '../state/entry.ts';
import { RecipeSection } from './RecipeSection.tsx';
import { RelaySection } from './RelaySection.tsx';
import { TryFix } from './TryFix.tsx';

/** One answer of the server's, and all that has to change in it. */
interface AnswerChange {
  readonly target: HeaderEdit['target'];
  readonly hop: number;
  readonly status: number | null;
  readonly edits: readonly HeaderEdit[];
}

const targets: readonly HeaderEdit['target'][] = ['preflight', 'redirect', 'response'];
const lineOf = ({ name, value }: HeaderEdit): string => `${name}: ${value}`;

/** The changes answer by answer, in the order in which the browser asks for the answers. */
function changesOf(fix: Fix): readonly AnswerChange[] {
  return fix.requests.flatMap((_, hop) =>
    targets.flatMap((target): AnswerChange[] => {
      const edits = fix.edits.filter(edit => edit.hop === hop && edit.target === target);
      const status = target === 'preflight' ? (fix.statuses.find(entry => entry.hop === hop)?.status ?? null) : null;
      return edits.length === 0 && status === null ? [] : [{ target, hop, status, edits }];
    }),
  );
}

const textOf = ({ target, status, edits }: AnswerChange): string =>
  [`# ${detailWords.fixTargets[target]}`, ...(status === null ? [] : [`# ${detailWords.fixStatus(status)}`]), ...edits.map(lineOf)].join('\n');

function Change({ change, fix }: { readonly change: AnswerChange; readonly fix: Fix }) {
  const hop = fix.requests[change.hop];
  return (
    <div class="change">
      <h4>
        {detailWords.fixTargets[change.target]}
        {hop === undefined ? null : (
          <span class="change-url">
            <Value text={`${change.target === 'preflight' ? 'OPTIONS' : hop.method} ${hop.url}`} />
          </span>
        )}
      </h4>
      <ul class="code-lines">
        {change.status === null ? null : <li class="status-line">{detailWords.fixStatus(change.status)}</li>}
        {change.edits.map(edit => (
          <li key={edit.name}>
            <code>
              <span class="header-name">{edit.name}:</span> <Value text={edit.value} />
            </code>
            <CopyButton text={() => lineOf(edit)} name={detailWords.copyLine(edit.name)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sentences({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul class="sentences">
      {texts.map(text => (
        <li key={text}>
          <Prose text={text} />
        </li>
      ))}
    </ul>
  );
}

function ServerFix({ fix }: { readonly fix: Fix }) {
  const changes = changesOf(fix);
  return (
    <>
      <p>{fix.edits.length === 0 ? detailWords.fixSetsStatus : detailWords.fixSets}</p>
      {changes.map(change => (
        <Change key={`${change.hop} ${change.target}`} change={change} fix={fix} />
      ))}
      <CopyButton text={() => changes.map(textOf).join('\n\n')} name={detailWords.copyAll} label={detailWords.copyAll} />
      {fix.notes.length === 0 ? null : <Sentences texts={fix.notes} />}
    </>
  );
}

export function FixSection({ entry, explanation }: { readonly entry: Entry; readonly explanation: Explanation }) {
  const { fix, pageAdvice } = explanation;
  return (
    <section class="block fix">
      <h3>{fix === null ? detailWords.fixNoneTitle : detailWords.fixTitle}</h3>
      {fix === null ? <p>{detailWords.fixNone}</p> : <ServerFix fix={fix} />}
      <TryFix entry={entry} fix={fix} />
      {fix === null ? null : <RecipeSection entry={entry} fix={fix} />}
      {pageAdvice.length === 0 ? null : (
        <>
          {fix === null ? null : <h4>{detailWords.fixInPage}</h4>}
          <Sentences texts={pageAdvice} />
        </>
      )}
      <RelaySection entry={entry} />
    </section>
  );
}
