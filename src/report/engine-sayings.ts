import { ENGINE_NAMES } from '../engine-names.ts';
import type { ChromiumWord, Condition, EngineVerdicts, FirefoxWord } from '../model.ts';
import type { Notation } from './notation.ts';

/** Words that one engine may have said, written out. */
const MAX_READINGS = 10;

/** What one browser makes of the answers. */
export interface EngineSayings {
  readonly name: string;
  /** One that is known, or several of which one is it. Never empty. */
  readonly says: readonly string[];
  /** How many more it may be that are not written out. */
  readonly more: number;
}

export function engineSayings({ chromium, firefox, safari }: EngineVerdicts, { code, words: { engines } }: Notation): readonly EngineSayings[] {
  const word = (blocked: boolean, term: string | null, parameter: string | null): string => {
    if (!blocked) return engines.passes;
    return term === null ? engines.blocksUnnamed : engines.blocks(code(term), parameter ? code(parameter) : null);
  };
  const chromiumWord = (said: ChromiumWord): string => word(said.blocked, said.corsError, said.failedParameter);
  const firefoxWord = (said: FirefoxWord): string => word(said.blocked, said.reason, null);
  const sayings = <R extends Condition>(known: string, readings: readonly R[], reading: (reading: R) => string): Omit<EngineSayings, 'name'> => {
    if (readings.length === 0) return { says: [known], more: 0 };
    const condition = ({ credentials, because }: R): string =>
      (credentials ? engines.credentials[credentials] : '') + (because ? engines.because[because] : '');
    const says = readings.slice(0, MAX_READINGS).map(each => reading(each) + condition(each));
    return { says, more: readings.length - says.length };
  };
  return [
    { name: 'Chrome, Edge', ...sayings(chromiumWord(chromium), chromium.readings, chromiumWord) },
    { name: ENGINE_NAMES.firefox, ...sayings(firefoxWord(firefox), firefox.readings, firefoxWord) },
    { name: ENGINE_NAMES.safari, says: [safari.blocked ? engines.blocksPlainly : engines.passes], more: 0 },
  ];
}
