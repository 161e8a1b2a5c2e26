/** A server, and a page, that put into every place that a request has text which tries to be more than text. */
import { HOSTILE_TEXTS } from '../report/hostile.ts';
import { answer, html, type Site } from './site.ts';

/** Sets a global where it is run as a script. */
const RUN = 'globalThis.pwned=1';

/** Texts for the place where the tab shows them, beside those that every report has to stand. */
const PANEL_TEXTS = [
  `<img src=x onerror=${RUN}>`,
  `"><script>${RUN}</script><style>*{display:none}</style>`,
  `' onmouseover='${RUN}' onfocus=${RUN} autofocus='`,
  `<svg onload=${RUN}><iframe srcdoc="<script>parent.${RUN}</script>"></iframe><a href="javascript:${RUN}">x</a>`,
  `javascript:${RUN}`,
  '\u001b]0;title\u0007\u001b[2J\u001b[31mred \u0001\u007f\u0085\u2028\u2029',
  '\u202edesrever\u202c \u2066isolated \u200f\u200b\u00ad\u{e0041}',
  '\u200b'.repeat(20_000),
  'word '.repeat(20_000),
] as const;

export const TEXTS: readonly string[] = [...HOSTILE_TEXTS, ...PANEL_TEXTS];

/** Every character that a method or a header's name may have (RFC 9110, 5.6.2) and that means something to a shell or in Markdown. */
const TOKEN = "A!#$%&'*+-.^_`|~";
/** Host names that a URL may have (URL Standard, 3.5); the first is found, too. */
const HOSTS = [`${'x-'.repeat(30)}x`, "a'$(id)", 'a`id`', 'a&b;c'] as const;

export const SECRET = 'a-secret-that-no-export-holds';

export interface Asked {
  readonly url: string;
  readonly init?: RequestInit;
  /** Asked for by an element, not by `fetch`. */
  readonly element?: 'img' | 'script';
}

/** What a header line can carry: its UTF-8 bytes, one character each. */
const wire = (text: string): string => Buffer.from(text.replace(/[\r\n\0]/g, ''), 'utf8').toString('latin1');

const ANY = 'Access-Control-Allow-Origin: *';

/** Prepares the site, and gives what its page has to ask for: each ends in a failure. */
export const hostileRequests = ({ answer: say, api, page }: Site): readonly Asked[] => {
  const asked: Asked[] = [];
  const ask = (path: string, lines: readonly string[], { status = 200, ...more }: { readonly status?: number } & Partial<Asked> = {}): void => {
    say(path, answer(status, lines));
    asked.push({ url: `${api}${path}`, ...more });
  };
  const put = { method: 'PUT', headers: { 'X-Trace': '1' } };
  TEXTS.forEach((text, index) => {
    const value = wire(text);
    ask(`/value/t${index}`, [`Access-Control-Allow-Origin: ${value}`, `X-Hostile: ${value}`]);
    ask(`/name/t${index}`, [`${value}: ${value}`, `X-${value}: 1`]);
    ask(`/methods/t${index}`, [ANY, `Access-Control-Allow-Methods: ${value}`, `Access-Control-Allow-Headers: ${value}`], { init: put });
    ask(`/unauthorized/t${index}`, [`WWW-Authenticate: ${value}`, `Server: ${value}`, `Location: ${value}`], { status: 401, init: put });
    ask(`/credentials/t${index}`, [`Access-Control-Allow-Origin: ${page}`, `Access-Control-Allow-Credentials: ${value}`], {
      init: { credentials: 'include' },
    });
    ask(`/redirect/t${index}`, [ANY, `Location: /to/${value}`], { status: 302 });
    asked.push({ url: `${api}/t${index}/${text}?${text}#${text}` });
  });
  ask(
    '/many',
    Array.from({ length: 2_000 }, (_, index) => `Access-Control-X-${index}: <b>${index}</b>`),
  );
  ask('/nul', ['X-Nul: a\0b']);
  ask('/scheme', [ANY, `Location: javascript:${RUN}`], { status: 302 });
  ask('/data', [ANY, `Location: data:text/html,<script>${RUN}</script>`], { status: 302 });
  ask('/password', [ANY, `Location: http://user:pa'ss@${new URL(api).host}/<script>`], { status: 302 });
  ask('/token', [ANY], { init: { method: TOKEN, headers: { [`X-${TOKEN}`]: "$(id) '; id #" } } });
  ask('/sent', [], { init: { headers: { Accept: '$(id) `id` \' " \\ <img src=x>' } } });
  ask('/img', ['Access-Control-Allow-Origin: <img>'], { element: 'img' });
  ask('/script', ['Access-Control-Allow-Origin: <script>'], { element: 'script' });
  ask(`/secret`, [`Set-Cookie: sid=${SECRET}`], { init: { headers: { Authorization: `Bearer ${SECRET}` } } });
  asked.push({ url: `${api}/secret-query?access_token=${SECRET}` });
  const { port } = new URL(page);
  for (const host of HOSTS) asked.push({ url: `http://${host}.localhost:${port}/host` });
  return asked.filter(({ url }) => URL.canParse(url));
};

/** A page of an origin that no sentence has room for, which asks in a function with a name of its own. */
export const hostileFrame = ({ answer: say, api, at }: Site): string => {
  const name = `<img src=x onerror=${RUN}>`;
  const script = `({ [${JSON.stringify(name)}]() { return fetch(${JSON.stringify(`${api}/frame`)}) } })[${JSON.stringify(name)}]().catch(() => 0)`;
  say('/framed', html(`<script>eval(${JSON.stringify(`${script}\n//# sourceURL=javascript:${RUN}/*<img>*/`).replaceAll('<', '\\x3c')})</script>`));
  return `${at(HOSTS[0])}/framed`;
};
