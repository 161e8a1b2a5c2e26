import { useMemo, useState } from 'preact/hooks';
import { type Answer, isRedirect, simulate } from '../../src/explain/simulate.ts';
import { tryAnswers } from '../../src/explain/try-answers.ts';
import type { Exchange, ResponseSeen } from '../../src/model.ts';
import { detailWords, explainWords, simulatorWords } from '../later-words.ts';
import type { Entry } from '../state/entry.ts';
import { AnswerEditor } from './AnswerEditor.tsx';
import { answerOf, type Draft, draftOf } from './drafts.ts';
import { Stops } from './Stops.tsx';

/** One answer of an exchange. */
interface Place extends Pick<Answer, 'to' | 'hop'> {
  readonly key: string;
  readonly title: string;
  readonly request: string;
  readonly response: ResponseSeen;
}

/** What was changed, by the key of its place. */
type Drafts = ReadonlyMap<string, Draft>;
const UNCHANGED: Drafts = new Map();

/** The answers in the order in which the browser asks for them. */
function placesOf({ hops }: Exchange): readonly Place[] {
  return hops.flatMap(({ url, method, preflights, response }, hop): Place[] => {
    const preflight = preflights.at(-1)?.response;
    const place = (to: Place['to'], title: string, asked: string, answer: ResponseSeen): Place => ({
      to,
      hop,
      key: `${hop} ${to}`,
      title,
      request: `${asked} ${url}`,
      response: answer,
    });
    return [
      ...(preflight ? [place('preflight', detailWords.rawPreflightResponse, 'OPTIONS', preflight)] : []),
      ...(response ? [place('request', isRedirect(response) ? detailWords.rawRedirect : detailWords.rawResponse, method, response)] : []),
    ];
  });
}

const answersOf = (drafts: Drafts): readonly Answer[] =>
  [...drafts].map(([key, draft]) => {
    const [hop, to] = key.split(' ');
    return { to: to === 'preflight' ? to : 'request', hop: Number(hop), ...answerOf(draft) };
  });

/** Whether the exchange as it was seen has an answer there. */
const wasSeen = ({ hops }: Exchange, { to, hop }: Place): boolean =>
  ((to === 'preflight' ? hops[hop]?.preflights.at(-1)?.response : hops[hop]?.response) ?? null) !== null;

/** Lets the reader write other answers, and says at once what each browser would make of them. Nothing is sent. */
export function Simulator({ entry: { exchange, verdict, explanation } }: { readonly entry: Entry }) {
  const [drafts, setDrafts] = useState(UNCHANGED);
  const [includesCredentials, setIncludesCredentials] = useState(verdict.credentials.value === 'include');
  const trial = useMemo(
    () => tryAnswers(exchange, answersOf(drafts), includesCredentials ? 'include' : 'same-origin', explainWords),
    [exchange, drafts, includesCredentials],
  );
  const fix = explanation?.fix ?? null;
  return (
    <>
      <Stops stops={trial.stops} />
      <p class="buttons">
        {fix === null ? null : (
          <button
            type="button"
            class="button put-fix"
            onClick={() => setDrafts(new Map(placesOf(simulate(exchange, fix)).map(({ key, response }) => [key, draftOf(response)])))}
          >
            {simulatorWords.putFix}
          </button>
        )}
        <button type="button" class="button put-back" disabled={drafts.size === 0} onClick={() => setDrafts(UNCHANGED)}>
          {simulatorWords.putBack}
        </button>
        <label class="with-credentials">
          <input type="checkbox" checked={includesCredentials} onChange={({ currentTarget }) => setIncludesCredentials(currentTarget.checked)} />
          <span>
            {simulatorWords.withCredentials}
            {verdict.credentials.basis === 'assumed' ? <span class="aside"> {simulatorWords.credentialsUnknown}</span> : null}
          </span>
        </label>
      </p>
      {placesOf(trial.exchange).map(place => (
        <AnswerEditor
          key={place.key}
          title={place.title}
          request={place.request}
          wasSeen={wasSeen(exchange, place)}
          draft={drafts.get(place.key) ?? draftOf(place.response)}
          onChange={draft => setDrafts(new Map([...drafts, [place.key, draft]]))}
        />
      ))}
    </>
  );
}
