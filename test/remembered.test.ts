import { afterEach, describe, expect, it, vi } from 'vitest';
import { remembered } from '../src/remembered.ts';

const storage = () => {
  const items = new Map<string, string>();
  return { getItem: (key: string) => items.get(key) ?? null, setItem: (key: string, value: string) => void items.set(key, value) };
};
const forbidden = () => ({
  getItem: (): never => {
    throw new Error('forbidden');
  },
  setItem: (): never => {
    throw new Error('forbidden');
  },
});

afterEach(() => vi.unstubAllGlobals());

describe('what is remembered', () => {
  it.each([true, false])('is the default (%s) until something is', byDefault => {
    vi.stubGlobal('localStorage', storage());
    expect(remembered('key', byDefault).get()).toBe(byDefault);
  });

  it.each([
    [true, false],
    [false, true],
  ])('is %s once it was set to that, whatever the default, and for another who asks', (isSo, byDefault) => {
    vi.stubGlobal('localStorage', storage());
    remembered('key', byDefault).set(isSo);
    expect([remembered('key', byDefault).get(), remembered('another', byDefault).get()]).toEqual([isSo, byDefault]);
  });

  it.each([true, false])('is the default (%s) where the browser forbids storage', byDefault => {
    vi.stubGlobal('localStorage', forbidden());
    const memory = remembered('key', byDefault);
    memory.set(!byDefault);
    expect(memory.get()).toBe(byDefault);
  });
});
