/** What every readable export says of a report as a whole. */
import { ENGINE_NAMES } from '../engine-names.ts';
import type { Report } from '../model.ts';
import { countSeen } from './about-failure.ts';
import { missedLoad } from './additions.ts';
import type { Notation } from './notation.ts';
import type { WholeWords } from './words/words.ts';

export function title({ failures }: Report, words: WholeWords): string {
  const blocked = failures.reduce((sum, failure) => sum + countSeen(failure), 0);
  return blocked === 0 ? words.titleOfNone : words.title(blocked, blocked === failures.length ? null : failures.length);
}

export function introduction({ page, failures }: Report, notation: Notation): string {
  const { whole } = notation.words;
  const url = page.url === '' ? null : notation.code(page.url);
  return failures.length === 0 ? whole.nothingBlocked(url) : whole.introduction(url, notation);
}

export function facts({ browser, generator, createdAt, recording }: Report, { code, prose, words: { whole } }: Notation): readonly string[] {
  const { startedAt, requests, crossOrigin, preflights, dropped, incomplete } = recording;
  return [
    whole.browser(ENGINE_NAMES[browser.engine], prose(browser.version)),
    whole.written(prose(generator.version), code(createdAt), code(startedAt)),
    whole.seen(requests, crossOrigin, preflights),
    ...(missedLoad(recording) ? [whole.missedLoad] : []),
    ...(dropped > 0 ? [whole.dropped(dropped)] : []),
    ...(incomplete > 0 ? [whole.incomplete(incomplete)] : []),
  ];
}

export function privacy({ redacted }: Report, notation: Notation): string {
  const { whole } = notation.words;
  return redacted ? whole.redacted(notation) : whole.notRedacted(notation);
}
