import type { Explanation, Problem } from '../../src/model.ts';
import { differenceOf, type Edit, editOf, listEditOf } from '../difference.ts';
import { countedLabels } from '../labels.ts';
import { detailWords, editWords } from '../later-words.ts';
import { Prose } from '../parts/Prose.tsx';
import { MarkedValue, Value } from '../parts/Value.tsx';

/** A status is right or wrong as a whole, so no sentence takes one apart. */
function editFor({ code, header, received, expected }: Problem): Edit | null {
  if (header === null || received === null || expected === null || code === 'preflight-redirect') return null;
  if (code === 'method-not-allowed') return listEditOf(received, expected, false);
  return code === 'header-not-allowed' ? listEditOf(received, expected, true) : editOf(received, expected);
}

function Comparison({ problem }: { readonly problem: Problem }) {
  const { header, received, expected } = problem;
  const difference = received === null || expected === null ? null : differenceOf(received, expected);
  const edit = editFor(problem);
  return (
    <dl class="comparison">
      <dt>{detailWords.came}</dt>
      <dd class="came">
        {received === null ? (
          <em>{header === null ? detailWords.nothingCame : detailWords.noHeaderCame(header)}</em>
        ) : (
          <code>{difference === null ? <Value text={received} /> : <MarkedValue {...difference.received} />}</code>
        )}
      </dd>
      {expected === null ? null : (
        <>
          <dt>{detailWords.wouldPass}</dt>
          <dd class="would-pass">
            <code>{difference === null ? <Value text={expected} /> : <MarkedValue {...difference.expected} />}</code>
          </dd>
        </>
      )}
      {edit === null ? null : (
        <>
          <dt>{editWords.title}</dt>
          <dd class="edit">
            <Prose text={editWords.sentence(edit)} />
          </dd>
        </>
      )}
    </dl>
  );
}

/** Broken rules that one change mends: each forbidden header breaks the same rule anew. */
function groupsOf(problems: readonly Problem[]): readonly (readonly [Problem, ...Problem[]])[] {
  const groups = new Map<string, [Problem, ...Problem[]]>();
  for (const problem of problems) {
    const { code, stage, hop, received, expected } = problem;
    const key = JSON.stringify([code, stage, hop, received, expected]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return [...groups.values()];
}

function ProblemGroup({ group }: { readonly group: readonly [Problem, ...Problem[]] }) {
  const [problem] = group;
  const { code, stage, header, received, expected, spec } = problem;
  return (
    <li>
      <h4>
        <span class="stage">{detailWords.stages[stage]}</span> {countedLabels(group.map(problem => problem.code))}
      </h4>
      {group.map(({ explanation }) => (
        <p key={explanation}>
          <Prose text={explanation} />
        </p>
      ))}
      {header === null && received === null && expected === null ? null : <Comparison problem={problem} />}
      <p class="aside">
        <code>{code}</code> ·{' '}
        <a href={spec} target="_blank" rel="noreferrer">
          {detailWords.clause}
        </a>
      </p>
    </li>
  );
}

export function Problems({ explanation }: { readonly explanation: Explanation }) {
  const { problems, isCors } = explanation;
  return (
    <section class="block">
      <h3>{isCors ? detailWords.problemsTitle(problems.length) : detailWords.notCorsTitle}</h3>
      {problems.length > 1 ? <p class="aside">{detailWords.problemsLead}</p> : null}
      <ol class="problems">
        {groupsOf(problems).map((group, index) => (
          <ProblemGroup key={index} group={group} />
        ))}
      </ol>
    </section>
  );
}
