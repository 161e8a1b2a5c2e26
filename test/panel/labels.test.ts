import { describe, expect, it } from 'vitest';
import { leadingLabel } from '../../panel/labels.ts';
import type { Failure } from '../../src/model.ts';
import { missing } from './fixtures.ts';

const refused = (status: number, over: Partial<Failure> = {}): Failure =>
  ({ code: 'preflight-status', stage: 'preflight', hop: 0, status, ...over }) as Failure;
const bare = missing({ stage: 'preflight' });

describe('leadingLabel', () => {
  it.each<[string, readonly [Failure, ...Failure[]], string]>([
    ['the rule that broke first', [missing(), missing({ hop: 1 })], 'No Allow-Origin header'],
    ['a preflight’s status where it is all that is wrong', [refused(404)], 'Preflight answered with 404'],
    ['a preflight’s status before the headers that its answer lacks', [bare, refused(401), missing()], 'Preflight answered with 401'],
    ['a preflight’s headers where its status is in order', [bare, missing()], 'No Allow-Origin header'],
    ['the answer’s headers, whatever the next hop’s preflight', [missing(), refused(500, { hop: 1 })], 'No Allow-Origin header'],
    ['the first preflight’s headers, whatever the next one’s status', [bare, refused(500, { hop: 1 })], 'No Allow-Origin header'],
  ])('names %s', (_, failures, label) => {
    expect(leadingLabel(failures)).toBe(label);
  });
});
