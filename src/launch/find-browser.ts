/**
 * Finds a browser or gets one: the path that was given, else one that is installed, else a download, else (as root on
 * Debian or Ubuntu) a package. Every step says what it does; one that fails says why, and the next is tried.
 */
import type { Engine } from './inspected-browser.ts';
import { installedPaths, type Machine } from './installed-browsers.ts';

/** The oldest major version that the extension's manifest admits. */
export const OLDEST_VERSIONS = { chromium: 123, firefox: 142 } satisfies Record<Engine, number>;
export const PATH_VARIABLES = { chromium: 'CHROMIUM', firefox: 'FIREFOX' } satisfies Record<Engine, string>;
export const DEBIAN_PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' } satisfies Record<Engine, string>;
const NAMES = { chromium: 'Chromium', firefox: 'Firefox' } satisfies Record<Engine, string>;

/** What the search needs of the world; browser-sources.ts has the real one. */
export interface World extends Machine {
  isProgram(file: string): boolean;
  /** What `--version` prints; rejects where the program does not run. null where it is not to be asked (Windows opens a window). */
  versionOf(file: string): Promise<string | null>;
  /** The path of a browser downloaded earlier or now. Rejects, saying why there is none. */
  download(engine: Engine, say: (message: string) => void): Promise<string>;
  /** Installs the package of that name. Rejects, saying why it could not. */
  installPackage(name: string, say: (message: string) => void): Promise<void>;
  say(message: string): void;
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error)).trim();

/** null where the program is a browser that will do; else why not. */
const objectionTo = async (world: World, engine: Engine, file: string): Promise<string | null> => {
  if (!world.isProgram(file)) return 'there is no such program';
  let text: string | null;
  try {
    text = await world.versionOf(file);
  } catch (error) {
    return `it does not run (${reason(error)})`;
  }
  if (text === null) return null;
  const major = Number(/(\d+)\.\d+/.exec(text)?.[1]);
  if (Number.isNaN(major)) return `its version cannot be read ("${text}")`;
  const oldest = OLDEST_VERSIONS[engine];
  return major < oldest ? `it is version ${major}, and the extension needs ${oldest}` : null;
};

const findInstalled = async (world: World, engine: Engine): Promise<string | null> => {
  for (const file of installedPaths(engine, world)) {
    if (!world.isProgram(file)) continue;
    const objection = await objectionTo(world, engine, file);
    if (objection === null) return file;
    world.say(`${file} will not do: ${objection}.`);
  }
  return null;
};

const download = async (world: World, engine: Engine): Promise<string | null> => {
  try {
    const file = await world.download(engine, world.say);
    const objection = await objectionTo(world, engine, file);
    if (objection === null) return file;
    world.say(`The downloaded ${file} will not do: ${objection}.`);
  } catch (error) {
    world.say(`${NAMES[engine]} could not be downloaded: ${reason(error)}`);
  }
  return null;
};

const installPackage = async (world: World, engine: Engine): Promise<string | null> => {
  try {
    await world.installPackage(DEBIAN_PACKAGES[engine], world.say);
    return await findInstalled(world, engine);
  } catch (error) {
    world.say(`The package ${DEBIAN_PACKAGES[engine]} could not be installed: ${reason(error)}`);
    return null;
  }
};

const whatToDo = (engine: Engine): string =>
  `No ${NAMES[engine]} was found, and none could be fetched: the reasons are above. Install ${engine === 'chromium' ? 'Chrome or Chromium' : 'Firefox'} ` +
  `${OLDEST_VERSIONS[engine]} or newer (on Debian or Ubuntu: sudo apt-get install ${DEBIAN_PACKAGES[engine]}), ` +
  `or name its program in the environment variable ${PATH_VARIABLES[engine]}.`;

/** The path of a browser that will do. Rejects with what to do where there is none, or where the given one will not do. */
export const findBrowser = async (world: World, engine: Engine, given: string | null): Promise<string> => {
  const chosen = given ?? world.env[PATH_VARIABLES[engine]] ?? '';
  if (chosen !== '') {
    const objection = await objectionTo(world, engine, chosen);
    if (objection !== null) throw new Error(`${chosen} will not do as ${NAMES[engine]}: ${objection}.`);
    return chosen;
  }
  const found = (await findInstalled(world, engine)) ?? (await download(world, engine)) ?? (await installPackage(world, engine));
  if (found === null) throw new Error(whatToDo(engine));
  world.say(`${NAMES[engine]}: ${found}`);
  return found;
};
