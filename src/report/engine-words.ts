import type { ChromiumWord, Condition, EngineVerdicts, FirefoxWord } from '../model.ts';
import type { Notation } from './notation.ts';

const IF_CREDENTIALS = {
  include: ', if the page asked with credentials',
  'same-origin': ', if the page asked without credentials',
} satisfies Record<NonNullable<Condition['credentials']>, string>;

const IF_BECAUSE = {
  lines: ', if the header came on several lines',
  list: ', if the header came on one line',
  'no-cors': ', if the page asked in mode no-cors',
  unseen: ', as far as the answers that were seen go',
} satisfies Record<NonNullable<Condition['because']>, string>;

/** Words that one engine may have said, written out. */
const MAX_READINGS = 10;

/** What one browser makes of the answers. */
export interface EngineWords {
  readonly name: string;
  /** One that is known, or several of which one is it. Never empty. */
  readonly says: readonly string[];
  /** How many more it may be that are not written out. */
  readonly more: number;
}

export function engineWords({ chromium, firefox, safari }: EngineVerdicts, { code }: Notation): readonly EngineWords[] {
  const word = (blocked: boolean, term: string | null, parameter: string | null): string => {
    if (!blocked) return 'lets it through';
    return term === null ? 'blocks it, without a name of its own' : `blocks it as ${code(term)}${parameter ? ` (${code(parameter)})` : ''}`;
  };
  const chromiumWord = (said: ChromiumWord): string => word(said.blocked, said.corsError, said.failedParameter);
  const firefoxWord = (said: FirefoxWord): string => word(said.blocked, said.reason, null);
  return [
    { name: 'Chrome, Edge', ...sayings(chromiumWord(chromium), chromium.readings, chromiumWord) },
    { name: 'Firefox', ...sayings(firefoxWord(firefox), firefox.readings, firefoxWord) },
    { name: 'Safari', says: [safari.blocked ? 'blocks it' : 'lets it through'], more: 0 },
  ];
}

function sayings<R extends Condition>(known: string, readings: readonly R[], word: (reading: R) => string): Omit<EngineWords, 'name'> {
  if (readings.length === 0) return { says: [known], more: 0 };
  const condition = ({ credentials, because }: R): string => (credentials ? IF_CREDENTIALS[credentials] : '') + (because ? IF_BECAUSE[because] : '');
  const says = readings.slice(0, MAX_READINGS).map(reading => word(reading) + condition(reading));
  return { says, more: readings.length - says.length };
}
