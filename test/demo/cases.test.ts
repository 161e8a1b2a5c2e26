import { describe, expect, it } from 'vitest';
import type { FailureCode } from '../../src/model.ts';
import { CASES } from './cases/index.ts';

/** Codes that no case of the demo shows, and why. The compiler asks for every code that exists to stand here or there. */
const CODES: Readonly<Record<FailureCode, 'shown' | { readonly notShownBecause: string }>> = {
  'allow-origin-missing': 'shown',
  'allow-origin-wildcard-with-credentials': 'shown',
  'allow-origin-multiple': 'shown',
  'allow-origin-invalid': 'shown',
  'allow-origin-mismatch': 'shown',
  'allow-credentials-missing': 'shown',
  'allow-credentials-invalid': 'shown',
  'preflight-status': 'shown',
  'preflight-redirect': 'shown',
  'allow-methods-invalid': 'shown',
  'allow-headers-invalid': 'shown',
  'method-not-allowed': 'shown',
  'header-not-allowed': 'shown',
  'redirect-with-userinfo': 'shown',
  'redirect-scheme': 'shown',
  'redirect-insecure': 'shown',
  'connection-refused': 'shown',
  'name-not-resolved': 'shown',
  'connection-lost': 'shown',
  'timed-out': { notShownBecause: 'browsers wait for minutes before they give up' },
  offline: { notShownBecause: 'it would take the whole computer off the network' },
  'address-unreachable': { notShownBecause: 'which addresses cannot be reached differs from computer to computer' },
  'tls-failed': 'shown',
  'certificate-rejected': 'shown',
  'response-malformed': 'shown',
  'too-many-redirects': 'shown',
  'redirect-malformed': 'shown',
  'blocked-by-extension': { notShownBecause: 'it takes a second extension that blocks' },
  'blocked-by-csp': 'shown',
  'blocked-by-corp': 'shown',
  'blocked-by-orb': 'shown',
  'mixed-content': 'shown',
  'local-network-access': 'shown',
  'port-blocked': 'shown',
  'websocket-refused': 'shown',
  'network-error': 'shown',
  unexplained: { notShownBecause: 'nothing that a server or a page does leads to it: it is for what the browser does not tell' },
};

const URL_PATH = /\/case\/\{id\}(?:\/hop\/\d+)?(?:[/?]|$)/;

describe('the cases of the demo', () => {
  it('have an id each', () => {
    const ids = CASES.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(CASES.map(each => [each.id, each] as const))('%s is told in plain words, with an id for URLs', (id, { title, does, group }) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(title).not.toBe('');
    expect(group).not.toBe('');
    expect(does).toMatch(/\.$/);
  });

  it.each(CASES.map(each => [each.id, each] as const))('%s carries its id and its run in its URL', (_id, { request }) => {
    expect(request.url).toMatch(URL_PATH);
    expect(request.url).toContain('run={run}');
  });

  it.each(CASES.map(each => [each.id, each] as const))('%s says where it fails, or that it does not', (_id, { expected, answers }) => {
    expect(expected.stage === null).toBe(expected.code === null);
    if (expected.hop !== null) expect(expected.hop).toBeLessThan(answers.length);
  });

  it.each(Object.entries(CODES))('%s is shown, or not for a reason', (code, shown) => {
    expect(CASES.some(({ expected }) => expected.code === code)).toBe(shown === 'shown');
  });
});
