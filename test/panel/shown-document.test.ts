import { describe, expect, it } from 'vitest';
import { createShownDocumentReader } from '../../panel/inspector/shown-document.ts';
import type { ShownDocument } from '../../src/model.ts';

const URL = 'http://page.test/';
const NOW = 1_000;

/** A page that gives these answers one after the other, and then the last for ever. */
const reader = (...answers: unknown[]): ((address?: string) => Promise<ShownDocument | null>) =>
  createShownDocumentReader({
    ask: async () => (answers.length > 1 ? answers.shift() : answers[0]),
    now: () => NOW,
    later: run => run(),
  });

describe('the document on show', () => {
  it.each<[string, unknown, ShownDocument]>([
    ['tells all', [`${URL}#there`, 5, URL], { url: `${URL}#there`, startedAt: 5, answerUrl: URL }],
    ['has a service worker', [URL, 5, URL, true], { url: URL, startedAt: 5, answerUrl: URL, isControlled: true }],
    ['has none', [URL, 5, URL, false], { url: URL, startedAt: 5, answerUrl: URL }],
    ['had no request', [URL, 5, null], { url: URL, startedAt: 5 }],
    ['tells nothing', undefined, { url: URL, startedAt: NOW }],
    ['tells nonsense', { length: 3 }, { url: URL, startedAt: NOW }],
    ['has no clock', [URL, 0, URL], { url: URL, startedAt: NOW }],
  ])('of a page that %s', async (_, answer, document) => {
    expect(await reader(answer)(URL)).toEqual(document);
  });

  it('is asked for again until it can answer', async () => {
    expect(await reader(undefined, undefined, [URL, 5, URL])(URL)).toEqual({ url: URL, startedAt: 5, answerUrl: URL });
  });

  it('stays the same where the page answers only once, or only later', async () => {
    const once = reader([URL, 5, URL], undefined);
    expect(await once(URL)).toEqual(await once());
    const later = reader(...Array.from({ length: 8 }, () => undefined), [URL, 5, URL]);
    expect(await later(URL)).toEqual(await later());
  });

  it('stays the same where the page leaves the question open', async () => {
    const answers = [Promise.resolve([URL, 5, URL]), new Promise(() => undefined)];
    const read = createShownDocumentReader({ ask: () => answers.shift() ?? Promise.resolve(undefined), now: () => NOW, later: run => run() });
    expect(await read(URL)).toEqual(await read());
  });

  it('is the one that was asked for last, even where the one before never answers', async () => {
    const answers = [new Promise(() => undefined), Promise.resolve([URL, 5, URL])];
    const read = createShownDocumentReader({ ask: () => answers.shift() ?? Promise.resolve(undefined), now: () => NOW });
    const first = read();
    expect(await read(URL)).toMatchObject({ startedAt: 5 });
    expect(await first).toBeNull();
  });
});
