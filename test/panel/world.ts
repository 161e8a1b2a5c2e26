/** The tab's state at the near end of a line, and what a test says at the far one. Time passes only while exchanges are judged. */
import { signal } from '@preact/signals';
import { createStore, type Store } from '../../panel/state.ts';
import type { FromBackground, Line, ToBackground } from '../../src/link/protocol.ts';
import type { Exchange, Verdict } from '../../src/model.ts';
import { exchange, explanation, hop, missing, recording, verdict } from './fixtures.ts';

const verdicts: Readonly<Record<string, Verdict>> = {
  blocked: verdict('blocked', [missing()]),
  'other-rule': verdict('blocked', [{ code: 'preflight-status', stage: 'preflight', hop: 0, status: 401 }]),
  allowed: verdict('allowed'),
  'with-credentials': verdict('allowed', [], { credentials: { value: 'include', basis: 'observed' } }),
  pending: verdict('pending'),
  doubtful: verdict('unknown', [missing()]),
  unknown: verdict('unknown'),
  cancelled: verdict('cancelled'),
  'same-origin': verdict('allowed', [], { crossOrigin: false }),
  navigation: verdict('allowed', [], { mode: { value: 'navigate', basis: 'observed' } }),
  socket: verdict('allowed', [], { mode: { value: 'websocket', basis: 'observed' } }),
};

/** The type of an exchange names the verdict that it gets. */
const verdictOf = ({ type }: Exchange): Verdict => verdicts[type] ?? verdict('allowed');

export interface World {
  readonly store: Store;
  readonly sent: readonly ToBackground[];
  readonly judged: readonly string[];
  readonly explained: readonly string[];
  /** How each request of a trial was made once more, and which. */
  readonly repeated: readonly string[];
  /** What is remembered of whether to preserve the log. */
  readonly remembered: readonly boolean[];
  /** The line connects, for the first time or again. */
  connect(): void;
  say(...messages: readonly FromBackground[]): void;
  /** The browser gets round to what is due soon. Whether anything was. */
  turn(): boolean;
}

/** `judging`: how many milliseconds it takes to judge one exchange. */
export function createWorld(judging = 0): World {
  const sent: ToBackground[] = [];
  const judged: string[] = [];
  const explained: string[] = [];
  const remembered: boolean[] = [];
  const hearers: ((message: FromBackground) => void)[] = [];
  const due: (() => void)[] = [];
  const repeated: string[] = [];
  let time = 0;
  let open: () => void = () => {};
  const line: Line<ToBackground, FromBackground> = {
    send: message => sent.push(message),
    onMessage: listener => {
      hearers.push(listener);
    },
    onOpen: listener => {
      open = listener;
    },
    close: () => {},
  };
  const store = createStore(line, {
    tabId: 7,
    evaluate: seen => {
      judged.push(seen.id);
      time += judging;
      return verdictOf(seen);
    },
    repeat: (how, { plan }) => repeated.push(`${how} ${plan.url}`),
    explain: signal((seen: Exchange) => {
      explained.push(seen.id);
      return explanation;
    }),
    pace: { now: () => time, soon: run => due.push(run) },
    preserveMemory: { get: () => false, set: isOn => remembered.push(isOn) },
  });
  return {
    store,
    sent,
    judged,
    explained,
    repeated,
    remembered,
    connect: () => open(),
    say: (...messages) => {
      for (const message of messages) for (const hear of hearers) hear(message);
    },
    turn: () => {
      const run = due.shift();
      run?.();
      return run !== undefined;
    },
  };
}

export const reset: FromBackground = { type: 'reset', recording: recording() };
export const ready: FromBackground = { type: 'ready' };
export const change = (...changed: readonly Exchange[]): FromBackground => ({ type: 'exchanges', changed, removed: [] });
export const remove = (...removed: readonly string[]): FromBackground => ({ type: 'exchanges', changed: [], removed });
export const of = (id: string, type: string, url = 'https://api.example/'): Exchange => exchange(id, { type, hops: [hop({ url })] });

export const connected = (...exchanges: readonly Exchange[]): World => {
  const world = createWorld();
  world.connect();
  world.say(reset, change(...exchanges), ready);
  return world;
};
export const listed = ({ store }: World): readonly string[] => store.log.listed.value.map(({ id }) => id);
export const visible = ({ store }: World): readonly string[] => store.filter.visible.value.map(({ id }) => id);
export const selected = ({ store }: World): string | null => store.selection.selected.value?.id ?? null;
export const news = ({ store }: World): string => store.news.text.value;
