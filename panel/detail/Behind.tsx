import type { Cause, Explanation } from '../../src/model.ts';
import { detailWords } from '../later-words.ts';
import { Prose } from '../parts/Prose.tsx';

function Reading({ cause }: { readonly cause: Cause }) {
  return (
    <div class="cause">
      <p>
        <b>
          <Prose text={cause.title} />
        </b>{' '}
        <span class="tag">{detailWords.confidence[cause.confidence]}</span>
      </p>
      <p>
        <Prose text={cause.explanation} />
      </p>
      {cause.shows === null ? null : (
        <p class="aside">
          {detailWords.shows} <Prose text={cause.shows} />
        </p>
      )}
    </div>
  );
}

/** What is most likely behind a failure; what else may be, where several readings are left, and what tells them apart. */
export function Behind({ explanation: { cause, otherCauses } }: { readonly explanation: Explanation }) {
  return (
    <section class="block behind">
      <h3>{detailWords.causeTitle}</h3>
      <Reading cause={cause} />
      {otherCauses.length === 0 ? null : (
        <details>
          <summary>{detailWords.otherCauses(otherCauses.length)}</summary>
          {otherCauses.map(other => (
            <Reading key={other.code} cause={other} />
          ))}
        </details>
      )}
    </section>
  );
}
