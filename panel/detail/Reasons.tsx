import type { Exchange, Explanation, Verdict } from '../../src/model.ts';
import { detailWords } from '../later-words.ts';
import { Prose } from '../parts/Prose.tsx';
import { Origins } from './Origins.tsx';

/** Which of the four questions asks whether the origins differ. */
const ORIGINS_QUESTION = 1;

interface ReasonsProps {
  readonly exchange: Exchange;
  readonly verdict: Verdict;
  readonly explanation: Explanation;
}

/** The four questions and their answers, and what is most likely behind it all. */
export function Reasons({ exchange, verdict, explanation }: ReasonsProps) {
  const { checklist, cause } = explanation;
  return (
    <>
      <section class="block">
        <h3>{detailWords.questionsTitle}</h3>
        <dl class="questions">
          {checklist.map(({ question, answer }, index) => (
            <div key={question}>
              <dt>
                <Prose text={question} />
              </dt>
              <dd>
                <Prose text={answer} />
                {index === ORIGINS_QUESTION ? <Origins exchange={exchange} verdict={verdict} /> : null}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section class="block">
        <h3>
          {detailWords.causeTitle} <span class="tag">{detailWords.confidence[cause.confidence]}</span>
        </h3>
        <p>
          <Prose text={cause.explanation} />
        </p>
      </section>
    </>
  );
}
