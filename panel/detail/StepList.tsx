import { useMemo } from 'preact/hooks';
import type { Exchange, Verdict } from '../../src/model.ts';
import { detailWords, stepWords } from '../later-words.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { Value } from '../parts/Value.tsx';
import { type Step, type StepState, stepsOf } from '../steps.ts';
import { SequencePicture } from './SequencePicture.tsx';

const icons: Readonly<Record<StepState, IconName>> = {
  passed: 'allowed',
  stopped: 'blocked',
  'also-broken': 'warning',
  never: 'cancelled',
  waiting: 'pending',
  unseen: 'unknown',
};

function StepItem({ step }: { readonly step: Step }) {
  return (
    <li class="step" data-state={step.state} data-kind={step.kind}>
      <span class="step-icon">
        <Icon name={icons[step.state]} />
      </span>
      <div>
        <p class="step-title">
          <b>{step.title}</b>
          {step.state === 'passed' || step.kind === 'end' ? null : <span class="step-state">{stepWords.states[step.state]}</span>}
        </p>
        {step.facts.length === 0 ? null : (
          <dl class="facts">
            {step.facts.map(({ label, value }) => (
              <div key={`${label} ${value}`}>
                <dt>{label}</dt>
                <dd>
                  {value.split('\n').map(line => (
                    <p key={line}>
                      <Value text={line} />
                    </p>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}

export function StepList({ exchange, verdict }: { readonly exchange: Exchange; readonly verdict: Verdict }) {
  const steps = useMemo(() => stepsOf(exchange, verdict), [exchange, verdict]);
  return (
    <section class="block">
      <h3>{detailWords.stepsTitle}</h3>
      <SequencePicture exchange={exchange} page={verdict.origin.value} steps={steps} />
      <ol class="steps">
        {steps.map((step, index) => (
          <StepItem key={index} step={step} />
        ))}
      </ol>
    </section>
  );
}
