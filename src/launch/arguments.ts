/** What stands behind a command. */
import { parseArgs } from 'node:util';
import type { Engine } from './inspected-browser.ts';

export const START_HELP = `npm start [-- [URL] [options]]

Opens a browser with the extension, its DevTools at the CORS tab, on URL; without one, on the built-in demo.
Without a display it prints what the tab found instead, and writes cors-report.md, cors-report.json and
cors-report.png.

  --browser chromium|firefox  the browser; chromium unless told otherwise
  --browser-path PATH         the browser's program, instead of the one that is found
  --headless                  without a window, although there is a display
  --out DIRECTORY             where the report is written; the current directory unless told otherwise
  --help                      this text`;

export interface StartOptions {
  /** null: the built-in demo. */
  readonly url: string | null;
  readonly engine: Engine;
  readonly browserPath: string | null;
  readonly headless: boolean;
  readonly out: string;
}

export type StartArguments =
  | { readonly kind: 'start'; readonly options: StartOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

const wrong = (message: string): StartArguments => ({ kind: 'wrong', message });

const isEngine = (name: string): name is Engine => name === 'chromium' || name === 'firefox';

/** The URL as a person types it: without a scheme it is a local development server's. null where it is none. */
const readUrl = (text: string): string | null => {
  const whole = /^[a-z][a-z+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
};

const OPTIONS = {
  browser: { type: 'string', default: 'chromium' },
  'browser-path': { type: 'string' },
  headless: { type: 'boolean', default: false },
  out: { type: 'string', default: '.' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parse = (args: readonly string[]) => parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });

/** Without the two dashes npm takes an option for its own, and tells of it in the environment alone. */
const takenByNpm = (env: Readonly<Record<string, string | undefined>>): string | undefined =>
  Object.keys(OPTIONS).find(name => env[`npm_config_${name.replaceAll('-', '_')}`] === 'true');

/** Reads what follows `npm start --`. Never throws: what is wrong is said in the result. */
export const readStartArguments = (args: readonly string[], env: Readonly<Record<string, string | undefined>>): StartArguments => {
  const taken = takenByNpm(env);
  if (taken !== undefined) return wrong(`npm took --${taken} for an option of its own. Put two dashes before the options: npm start -- --${taken} …`);
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    // The sentences that follow are advice on writing command lines.
    return wrong(`${(error as Error).message.split('. ')[0]}.`);
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  const [text, ...more] = positionals;
  if (more.length > 0) return wrong(`One URL at a time: what is "${more[0]}"?`);
  if (!isEngine(values.browser)) return wrong(`There is no browser "${values.browser}": chromium or firefox.`);
  for (const name of ['browser-path', 'out'] as const) {
    if (values[name] === '') return wrong(`--${name} needs a value.`);
  }
  const url = text === undefined ? null : readUrl(text);
  if (text !== undefined && url === null) return wrong(`"${text}" is not an http or https URL.`);
  return {
    kind: 'start',
    options: { url, engine: values.browser, browserPath: values['browser-path'] ?? null, headless: values.headless, out: values.out },
  };
};

/** For a command that takes none: says so where there are some. */
export const refuseArguments = (command: string, args: readonly string[]): boolean => {
  if (args.length === 0) return false;
  console.error(`npm run ${command} takes no arguments: what is "${args[0]}"?`);
  return true;
};
