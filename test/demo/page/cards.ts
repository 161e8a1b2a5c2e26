/** One card a case. Everything is written as text. */
import type { PageCase } from '../model.ts';
import type { Outcome } from './run-request.ts';

export interface Card {
  readonly element: HTMLElement;
  showRunning(): void;
  show(outcome: Outcome): void;
}

const WORDS = { readable: 'Readable', refused: 'Refused', cancelled: 'Called off' } as const;

const NEEDS = {
  'trusted-certificate': 'a browser that npm start opened (it accepts the demo’s certificate)',
  'public-address': 'a browser that npm start opened (it takes one server for a public one)',
  'port-80': null,
  ipv6: null,
} as const;

const create = <K extends keyof HTMLElementTagNameMap>(name: K, className: string, text = ''): HTMLElementTagNameMap[K] => {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
};

const methodLine = ({ request }: PageCase): string => {
  const credentials = request.credentials === 'include' ? ', with credentials' : '';
  return `${request.method} ${new URL(request.url).origin}, ${request.how}${credentials}`;
};

export const createCard = (each: PageCase, run: () => void): Card => {
  const element = create('article', 'card');
  element.id = each.id;
  const title = create('h3', 'card-title', each.title);
  title.id = `${each.id}-title`;
  element.setAttribute('aria-labelledby', title.id);
  const button = create('button', 'run', 'Run');
  button.type = 'button';
  button.setAttribute('aria-describedby', title.id);
  button.addEventListener('click', run);
  const result = create('output', 'result', 'Not run yet');
  const detail = create('p', 'detail');
  const needs = each.needs.map(need => NEEDS[need]).filter(need => need !== null);
  const foot = create('div', 'card-foot');
  foot.append(button, result);
  element.append(title, create('p', 'does', each.does), create('p', 'request', methodLine(each)));
  if (needs.length > 0) element.append(create('p', 'needs', `Needs ${needs.join(' and ')}.`));
  element.append(foot, detail);
  return {
    element,
    showRunning: () => {
      element.dataset.result = 'running';
      result.textContent = 'Running …';
      detail.textContent = '';
      button.disabled = true;
    },
    show: outcome => {
      element.dataset.result = outcome.result;
      result.textContent = WORDS[outcome.result];
      detail.textContent = outcome.detail;
      button.disabled = false;
    },
  };
};

/** A heading and its cards, one section a group, in the order in which the groups first come. */
export const createSections = (cases: readonly PageCase[], cards: ReadonlyMap<string, Card>): readonly HTMLElement[] => {
  const groups = [...new Set(cases.map(each => each.group))];
  return groups.map(group => {
    const section = create('section', 'group');
    const grid = create('div', 'cards');
    for (const each of cases.filter(inner => inner.group === group)) {
      const card = cards.get(each.id);
      if (card !== undefined) grid.append(card.element);
    }
    section.append(create('h2', 'group-title', group), grid);
    return section;
  });
};
