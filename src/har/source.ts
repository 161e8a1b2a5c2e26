/** Which program wrote a HAR, and of which pages. */
import type { BrowserInfo } from '../model.ts';
import { serializedOrigin } from '../watch/observe.ts';
import type { HarMessage } from './entry.ts';
import { asArray, asObject, asText, type Unknown, URL_MAX } from './shape.ts';

const NAME_MAX = 60;

export interface HarSource {
  readonly browser: BrowserInfo;
  /** The program's name and version as it gives them; "" where it gives none. */
  readonly tool: string;
  /** Whether the file is a browser's own: of another program's nothing tells what the browser did with an answer. */
  readonly isBrowser: boolean;
}

const FIREFOX = /firefox|mozilla/i;
/** What Chromium's tools call themselves, and the browsers that are made of it. */
const CHROMIUM = /^webinspector$|chrom|edge|brave|opera|vivaldi/i;

/** An unknown program's file is judged as Firefox's is: by the rules alone, since it does not tell what was kept from a page. */
export const readSource = (log: Unknown): HarSource => {
  const named = [asObject(log.browser), asObject(log.creator)].map(({ name, version }) => ({
    name: asText(name, NAME_MAX) ?? '',
    version: asText(version, NAME_MAX) ?? '',
  }));
  const tool = named.find(({ name }) => name !== '') ?? { name: '', version: '' };
  const isFirefox = FIREFOX.test(tool.name);
  const isChromium = !isFirefox && CHROMIUM.test(tool.name);
  return {
    browser: { engine: isChromium ? 'chromium' : 'firefox', version: isFirefox || isChromium ? tool.version : '' },
    tool: `${tool.name} ${tool.version}`.trim(),
    isBrowser: isFirefox || isChromium,
  };
};

const isWebUrl = (text: string | null): text is string => text !== null && /^https?:\/\//i.test(text) && URL.canParse(text);

/** A page's URL, by its id. Chromium calls the page by it; Firefox by its title, and then it is what the page's first document was asked for. */
export const readPages = (log: Unknown, messages: readonly HarMessage[]): ReadonlyMap<string, string> => {
  const pages = new Map<string, string>();
  for (const page of asArray(log.pages).map(asObject)) {
    const id = asText(page.id);
    const url = [asText(page._url, URL_MAX), asText(page.title, URL_MAX)].find(isWebUrl);
    if (id !== null && url !== undefined) pages.set(id, url);
  }
  for (const { pageref, resourceType, requestHeaders, url, redirectsTo } of messages) {
    if (pageref === null || pages.has(pageref) || redirectsTo !== null) continue;
    const isDocument =
      resourceType === 'document' ||
      requestHeaders.some(({ name, value }) => name.toLowerCase() === 'sec-fetch-dest' && value === 'document') ||
      requestHeaders.some(({ name, value }) => name.toLowerCase() === 'accept' && value.startsWith('text/html'));
    if (isDocument) pages.set(pageref, url);
  }
  return pages;
};

/** The serialized origin of a URL; null where it has none. */
export const webOrigin = (url: string | null | undefined): string | null => {
  const origin = url ? serializedOrigin(url) : 'null';
  return origin === 'null' ? null : origin;
};
