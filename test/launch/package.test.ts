import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { zip } from '../../src/launch/package.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const FILES: readonly (readonly [string, Uint8Array])[] = [
  ['manifest.json', bytes('{}')],
  ['background.js', bytes('1;')],
  ['panel/panel.html', bytes('<!doctype html>')],
];

describe('zip', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  it('holds the files, sorted by name', () => {
    const entries = unzipSync(zip(new Map(FILES)));
    expect(Object.keys(entries)).toEqual(['background.js', 'manifest.json', 'panel/panel.html']);
    expect(entries['panel/panel.html']).toEqual(bytes('<!doctype html>'));
  });

  it.each([
    { title: 'whatever the order of the files', files: [...FILES].reverse(), now: '2026-01-01T00:00:00Z', zone: 'UTC' },
    { title: 'whatever the day', files: FILES, now: '2031-07-01T12:34:56Z', zone: 'UTC' },
    { title: 'whatever the time zone', files: FILES, now: '2026-01-01T00:00:00Z', zone: 'Pacific/Kiritimati' },
  ])('has the same bytes $title', ({ files, now, zone }) => {
    const usual = zip(new Map(FILES));
    vi.useFakeTimers({ now: new Date(now) });
    vi.stubEnv('TZ', zone);
    expect(zip(new Map(files))).toEqual(usual);
  });

  it('has other bytes for other files', () => {
    expect(zip(new Map([...FILES, ['more.js', bytes('2;')]]))).not.toEqual(zip(new Map(FILES)));
  });
});
