import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { joined, lines, methodsOf } from './text.ts';

export const haproxy = {
  id: 'haproxy',
  name: 'HAProxy',
  family: 'proxy',
  render: (policy, comments) =>
    lines(
      `# ${comments.haproxy}`,
      'http-request set-var(txn.cors_origin) req.fhdr(Origin)',
      `http-request unset-var(txn.cors_origin) unless { var(txn.cors_origin) -m str ${policy.origins.join(' ')} }`,
      'http-request set-var(txn.cors_preflight) bool(true) if METH_OPTIONS { req.hdr(Access-Control-Request-Method) -m found } { var(txn.cors_origin) -m found }',
      'http-request return status 204 if { var(txn.cors_preflight) -m bool }',
      `# ${comments.applicationToo}`,
      'http-after-response del-header Access-Control-Allow-Origin',
      policy.credentials && 'http-after-response del-header Access-Control-Allow-Credentials',
      'http-after-response set-header Access-Control-Allow-Origin %[var(txn.cors_origin)] if { var(txn.cors_origin) -m found }',
      policy.credentials && 'http-after-response set-header Access-Control-Allow-Credentials true if { var(txn.cors_origin) -m found }',
      policy.exposed.length > 0 &&
        `http-after-response set-header Access-Control-Expose-Headers "${joined(policy.exposed)}" if { var(txn.cors_origin) -m found }`,
      `http-after-response set-header Access-Control-Allow-Methods "${joined(methodsOf(policy))}" if { var(txn.cors_preflight) -m bool }`,
      policy.headers.length > 0 &&
        `http-after-response set-header Access-Control-Allow-Headers "${joined(policy.headers)}" if { var(txn.cors_preflight) -m bool }`,
      `http-after-response set-header Access-Control-Max-Age ${MAX_AGE} if { var(txn.cors_preflight) -m bool }`,
      'http-after-response add-header Vary Origin',
    ),
} as const satisfies Recipe;
