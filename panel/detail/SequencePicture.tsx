import { signal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { clip } from '../../src/explain/words/text.ts';
import type { Exchange } from '../../src/model.ts';
import { originOf } from '../format.ts';
import { sequenceWords } from '../later-words.ts';
import { createTextMeasure } from '../parts/measure-text.ts';
import { useWidth } from '../parts/use-width.ts';
import { endOfSequence, sequenceOf } from '../sequence.ts';
import { type DrawnArrow, type Face, type Label, layOut, mirror } from '../sequence-layout.ts';
import { firstHop } from '../state/entry.ts';
import type { Step } from '../steps.ts';

/** Narrower than this, a third server's lifeline would leave no room for text. */
const WIDE = 520;
const SERVERS = { narrow: 2, wide: 3 } as const;
/** Of each hostile part of the picture's name. */
const NAME_LENGTH = 80;
const HEAD = 7;
const CROSS = 5;

/** Whether the picture is unfolded, for every exchange that is looked at. */
const isOpen = signal(true);

/** The style sheet has the same fonts; that of code is the theme's. */
function createMeasure(): (text: string, face: Face) => number {
  const measure = createTextMeasure();
  const strong = '600 12px system-ui, sans-serif';
  const code = `11px ${getComputedStyle(document.documentElement).getPropertyValue('--mono')}`;
  return (text, face) => measure(text, face === 'code' ? code : strong);
}

function Labels({ labels }: { readonly labels: readonly Label[] }) {
  return labels.map(({ x, y, anchor, face, role, text }, index) => (
    <text key={index} class={face} data-role={role} x={x} y={y} text-anchor={anchor}>
      {text}
    </text>
  ));
}

function ArrowPicture({ arrow }: { readonly arrow: DrawnArrow }) {
  const { x1, x2, y, state, cross, direction, hasHead, labels } = arrow;
  return (
    <g class="sequence-arrow" data-state={state}>
      <line x1={x1} y1={y} x2={x2} y2={y} />
      {hasHead ? <path d={`M${x2} ${y}l${-direction * HEAD} ${-HEAD / 2}v${HEAD}Z`} /> : null}
      {cross === null ? null : (
        <path class="sequence-cross" d={`M${cross - CROSS} ${y - CROSS}l${2 * CROSS} ${2 * CROSS}m${-2 * CROSS} 0l${2 * CROSS} ${-2 * CROSS}`} />
      )}
      <Labels labels={labels} />
    </g>
  );
}

interface PictureProps {
  readonly exchange: Exchange;
  /** The serialized origin of whoever asks. */
  readonly page: string;
  readonly steps: readonly Step[];
}

function Drawing({ exchange, page, steps }: PictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const measure = useMemo(createMeasure, []);
  const { lifelines, arrows, height } = useMemo(() => {
    const sequence = sequenceOf(exchange, page, steps, width < WIDE ? SERVERS.narrow : SERVERS.wide);
    const layout = layOut(sequence, width, measure);
    const isMirrored = box.current !== null && getComputedStyle(box.current).direction === 'rtl';
    return isMirrored ? mirror(layout) : layout;
  }, [exchange, page, steps, width, measure]);
  const { method, url } = firstHop(exchange);
  const [from, to] = [page, originOf(url)].map(origin => clip(origin, NAME_LENGTH));
  const name = sequenceWords.name({ from: from ?? '', method: clip(method, NAME_LENGTH), to: to ?? '', end: endOfSequence(steps) });
  return (
    <div ref={box} class="sequence">
      {width === 0 ? null : (
        <svg role="img" aria-label={name} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          {lifelines.map(({ x, y1, y2, labels }, index) => (
            <g key={index} class="sequence-lifeline">
              <line x1={x} y1={y1} x2={x} y2={y2} />
              <Labels labels={labels} />
            </g>
          ))}
          {arrows.map((arrow, index) => (
            <ArrowPicture key={index} arrow={arrow} />
          ))}
        </svg>
      )}
    </div>
  );
}

/** The steps of an exchange as a sequence diagram, which can be folded away. The list of steps below it says all that it shows. */
export function SequencePicture(props: PictureProps) {
  return (
    <details
      class="picture"
      open={isOpen.value}
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>{sequenceWords.toggle}</summary>
      <Drawing {...props} />
    </details>
  );
}
