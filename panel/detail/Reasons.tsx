import type { Explanation } from '../../src/model.ts';
import { Prose } from '../parts/Prose.tsx';
import { words } from '../words.ts';

/** The four questions and their answers, and what is most likely behind it all. */
export function Reasons({ explanation }: { readonly explanation: Explanation }) {
  const { checklist, cause } = explanation;
  return (
    <>
      <section class="block">
        <h3>{words.questionsTitle}</h3>
        <dl class="questions">
          {checklist.map(({ question, answer }) => (
            <div key={question}>
              <dt>
                <Prose text={question} />
              </dt>
              <dd>
                <Prose text={answer} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section class="block">
        <h3>
          {words.causeTitle} <span class="tag">{words.confidence[cause.confidence]}</span>
        </h3>
        <p>
          <Prose text={cause.explanation} />
        </p>
      </section>
    </>
  );
}
