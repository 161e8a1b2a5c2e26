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

/** The four questions and their answers. */
export function Reasons({ exchange, verdict, explanation }: ReasonsProps) {
  return (
    <section class="block">
      <h3>{detailWords.questionsTitle}</h3>
      <dl class="questions">
        {explanation.checklist.map(({ question, answer }, index) => (
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
  );
}
