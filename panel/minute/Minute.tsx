import { EXAMPLE, type Sentences, subjectOf } from '../../src/explain/minute.ts';
import { usePanel } from '../context.ts';
import { explainWords } from '../later-words.ts';
import { Value } from '../parts/Value.tsx';

function Text({ sentences }: { readonly sentences: Sentences }) {
  return sentences.map((piece, index) =>
    typeof piece === 'string' ? (
      piece
    ) : (
      <code key={index}>
        <Value text={piece.code} />
      </code>
    ),
  );
}

/** What a newcomer has to know, told with the selected request, else the latest, else an example that is called one. */
export function Minute() {
  const { selection, log } = usePanel().store;
  const entry = selection.selected.value ?? log.listed.value.at(-1) ?? null;
  const subject = entry === null ? EXAMPLE : subjectOf(entry.exchange, entry.verdict);
  const { title, example, sections } = explainWords.minute;
  return (
    <>
      <h2>{title}</h2>
      {subject.isExample ? <p class="aside">{example}</p> : null}
      {sections(subject).map(({ heading, paragraphs, points }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          {paragraphs.map((sentences, index) => (
            <p key={index}>
              <Text sentences={sentences} />
            </p>
          ))}
          {points.length === 0 ? null : (
            <ul class="sentences">
              {points.map((sentences, index) => (
                <li key={index}>
                  <Text sentences={sentences} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}
