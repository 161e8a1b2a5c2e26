import { describe, expect, it } from 'vitest';
import { editOf, listEditOf } from '../../panel/difference.ts';
import { editSentence, originWords } from '../../panel/picture-words.ts';

const APP = 'https://app.example';

describe('editSentence', () => {
  it.each([
    [`${APP}/`, APP, 'One character too many: / (slash), at the end.'],
    [`${APP}\u200b`, APP, 'One character too many: one that cannot be seen, U+200B, at the end.'],
    ['https://app .example', APP, 'One character too many: a space, after “https://app”.'],
    [`${APP}:443`, APP, '4 characters too many: “:443”, at the end.'],
    ['http://app.example', APP, 'One character missing: s, after “http”.'],
    ['app.example', APP, '8 characters missing: “https://”, at the beginning.'],
    ['http://localhost:3000', 'http://localhost:3001', 'One character differs: 0 came where 1 would pass, at the end.'],
    ['http://localhost:8080', 'http://localhost:5173', '“8080” came where “5173” would pass, at the end.'],
    ['https://App.example', APP, 'Only the case of letters differs: upper-case A came where lower-case a would pass.'],
    ['https://аpp.example', APP, 'One character differs: а (U+0430) came where a would pass, after “https://”.'],
  ])('%j against %j', (received, expected, sentence) => {
    const edit = editOf(received, expected);
    expect(edit === null ? null : editSentence(edit)).toBe(sentence);
  });

  it.each([
    ['GET', 'GET, PUT, DELETE', 'Missing from the list: PUT, DELETE.'],
    ['GET, PATCH', 'GET, PATCH, patch', 'Missing from the list: patch. “PATCH” is there, but it is not the same as “patch”.'],
  ])('of the list %j against %j', (received, expected, sentence) => {
    const edit = listEditOf(received, expected, false);
    expect(edit === null ? null : editSentence(edit)).toBe(sentence);
  });
});

describe('originWords.difference', () => {
  it.each([
    [[], 'They do not differ: this is one origin.'],
    [['port'], 'They differ in the port.'],
    [['scheme', 'host', 'port'], 'They differ in the scheme, host and port.'],
  ] as const)('%j', (parts, sentence) => {
    expect(originWords.difference(parts)).toBe(sentence);
  });
});
