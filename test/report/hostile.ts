import type { JudgedFailure } from '../../src/report/failure.ts';
import { answer, explanation, failed, fields, hop, openEngines, preflight, problem } from './sample.ts';

/** Texts that try to be more than text: in Markdown, in HTML, in a shell, in an issue tracker, to the eye. */
export const HOSTILE_TEXTS = [
  '<img src=x onerror=alert(1)>',
  '</code></pre><script>alert(1)</script>',
  '`` ` ``` ```` \n```\n# Heading',
  '| a | b |\n|---|---|',
  '\\| \\\\| a\\',
  '[click](javascript:alert(1)) ![x](https://evil.example/x.png)',
  'https://evil.example/?a=b www.evil.example mailto:a@evil.example',
  '@everyone @user/team #1 GH-1 owner/repo#2 !3 $4 ~5 deadbeefcafe',
  '\u202egnp.exe\u202c \u200bzero\u2066width \ufeff \u0000\u001b[31m',
  "'; rm -rf / #",
  '$(touch pwned) `touch pwned` \x24{IFS} && touch pwned',
  "'\\''; touch pwned; '",
  '-o /etc/passwd',
  '@/etc/passwd',
  'a\r\nX-Injected: 1\nb',
  '- item\n1. item\n/close\n---\n===',
  '&lt;b&gt; &#64;user :boom: **bold** __x__ ~~y~~',
  '\ud800 lone',
  'x'.repeat(100_000),
  '`'.repeat(5_000),
  '|'.repeat(5_000),
] as const;

/** A failure in which every text of the network's is hostile. */
export function hostile(text: string = HOSTILE_TEXTS.join(' ')): JudgedFailure {
  const lines = [...fields('Origin: x'), { name: 'X-Hostile', value: text }, { name: text, value: text }];
  const url = `https://api.example/${text}`;
  const words = explanation();
  return failed({
    exchange: {
      type: text,
      error: text,
      hops: [
        hop({
          url,
          method: text,
          requestHeaders: lines,
          preflights: [preflight({ url, requestHeaders: lines, response: answer(204, lines), error: text })],
          response: answer(200, lines),
        }),
      ],
      log: { error: text, resourceType: text, initiator: { url, line: 1, column: 1, function: text }, requestHeaders: null },
    },
    verdict: {
      origin: { value: text, basis: 'observed' },
      preflightReasons: [[{ kind: 'header', value: text }]],
      outcome: { result: 'blocked', evidence: 'error', error: text },
      engines: openEngines(text),
    },
    explanation: {
      headline: text,
      detail: text,
      checklist: words.checklist.map(({ question }) => ({ question, answer: text })),
      problems: [problem({ received: text, expected: text, explanation: text })],
      cause: { ...words.cause, explanation: text },
      fix: {
        edits: [{ target: 'preflight', hop: 0, name: 'Access-Control-Allow-Origin', value: text }],
        statuses: [],
        requests: [{ method: text, url }],
        notes: [text],
      },
      pageAdvice: [text],
    },
  });
}
