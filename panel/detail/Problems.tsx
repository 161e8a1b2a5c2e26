import type { Explanation, Problem } from '../../src/model.ts';
import { differenceOf } from '../difference.ts';
import { problemLabels } from '../labels.ts';
import { Prose } from '../parts/Prose.tsx';
import { MarkedValue, Value } from '../parts/Value.tsx';
import { words } from '../words.ts';

function Comparison({ header, received, expected }: Pick<Problem, 'header' | 'received' | 'expected'>) {
  const difference = received === null || expected === null ? null : differenceOf(received, expected);
  return (
    <dl class="comparison">
      <dt>{words.came}</dt>
      <dd class="came">
        {received === null ? (
          <em>{header === null ? words.nothingCame : words.noHeaderCame(header)}</em>
        ) : (
          <code>{difference === null ? <Value text={received} /> : <MarkedValue {...difference.received} />}</code>
        )}
      </dd>
      {expected === null ? null : (
        <>
          <dt>{words.wouldPass}</dt>
          <dd class="would-pass">
            <code>{difference === null ? <Value text={expected} /> : <MarkedValue {...difference.expected} />}</code>
          </dd>
        </>
      )}
    </dl>
  );
}

function ProblemItem({ problem }: { readonly problem: Problem }) {
  const { code, stage, header, received, expected, explanation, spec } = problem;
  return (
    <li>
      <h4>
        <span class="stage">{words.stages[stage]}</span> {problemLabels[code]}
      </h4>
      <p>
        <Prose text={explanation} />
      </p>
      {header === null && received === null && expected === null ? null : <Comparison header={header} received={received} expected={expected} />}
      <p class="aside">
        <code>{code}</code> ·{' '}
        <a href={spec} target="_blank" rel="noreferrer">
          {words.clause}
        </a>
      </p>
    </li>
  );
}

export function Problems({ explanation }: { readonly explanation: Explanation }) {
  const { problems, isCors } = explanation;
  return (
    <section class="block">
      <h3>{isCors ? words.problemsTitle(problems.length) : words.notCorsTitle}</h3>
      {problems.length > 1 ? <p class="aside">{words.problemsLead}</p> : null}
      <ol class="problems">
        {problems.map(problem => (
          <ProblemItem key={`${problem.code} ${problem.stage} ${problem.hop} ${problem.expected}`} problem={problem} />
        ))}
      </ol>
    </section>
  );
}
