/** The demo's page: cards to click, and `globalThis.demo` for programs. */
import type { PageCase } from '../model.ts';
import { type Card, createCard, createSections } from './cards.ts';
import { type Origins, runAt } from './places.ts';
import type { Outcome } from './run-request.ts';

interface PageData {
  readonly cases: readonly PageCase[];
  readonly origins: Origins;
}

export interface DemoPage {
  readonly ids: readonly string[];
  /** Rejects for an id that does not exist, never for a request that fails. */
  run(id: string): Promise<Outcome>;
  /** Every case, one after the other; resolves when all have ended. */
  runAll(): Promise<void>;
}

/** Every run has a URL of its own, so that no cache knows it: also across reloads of the page. */
let lastRun = Date.now();
const withRun = <T>(data: T): T => {
  lastRun += 1;
  return JSON.parse(JSON.stringify(data).replaceAll('{run}', String(lastRun))) as T;
};

const find = <T extends Element>(id: string, kind: new () => T): T => {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The page has no ${id}.`);
  return element;
};

const createDemo = ({ cases, origins }: PageData): DemoPage => {
  const cards = new Map<string, Card>();
  const byId = new Map(cases.map(each => [each.id, each]));

  const run = async (id: string): Promise<Outcome> => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`There is no case ${id}.`);
    cards.get(id)?.showRunning();
    const outcome = await runAt(withRun(found.request), origins);
    cards.get(id)?.show(outcome);
    return outcome;
  };

  const all = find('run-all', HTMLButtonElement);
  const progress = find('progress', HTMLProgressElement);
  const status = find('status', HTMLElement);
  const runAll = async (): Promise<void> => {
    all.disabled = true;
    progress.hidden = false;
    progress.max = cases.length;
    const counts = { readable: 0, refused: 0, cancelled: 0 };
    for (const [index, each] of cases.entries()) {
      progress.value = index;
      status.textContent = `${index + 1} of ${cases.length}: ${each.title}`;
      counts[(await run(each.id)).result] += 1;
    }
    progress.hidden = true;
    all.disabled = false;
    status.textContent = `All ${cases.length} ran: ${counts.readable} readable, ${counts.refused} refused, ${counts.cancelled} called off.`;
  };

  for (const each of cases)
    cards.set(
      each.id,
      createCard(each, () => void run(each.id)),
    );
  find('groups', HTMLElement).append(...createSections(cases, cards));
  all.addEventListener('click', () => void runAll());
  all.disabled = false;
  status.textContent = `${cases.length} requests, ready to run.`;
  return { ids: cases.map(each => each.id), run, runAll };
};

Object.assign(globalThis, { demo: createDemo((globalThis as unknown as { readonly demoData: PageData }).demoData) });
