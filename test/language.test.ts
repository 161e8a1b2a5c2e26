import { describe, expect, it } from 'vitest';
import { languageOf } from '../src/language.ts';

describe('languageOf', () => {
  it.each([
    [[], 'en'],
    [['en-US', 'en'], 'en'],
    [['de'], 'de'],
    [['de-AT', 'en'], 'de'],
    [['DE-ch'], 'de'],
    [['en-GB', 'de'], 'en'],
    [['fr', 'de', 'en'], 'de'],
    [['fr-FR', 'fr', 'en'], 'en'],
    [['fr'], 'en'],
    [['den', 'english'], 'en'],
    [[''], 'en'],
  ] as const)('of %j', (preferred, language) => {
    expect(languageOf(preferred)).toBe(language);
  });
});
