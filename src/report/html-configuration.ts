import type { ReportFailure } from '../model.ts';
import { additionsOf, type ServerConfiguration } from './additions.ts';
import { block, escapeHtml, list } from './html-escape.ts';
import type { Notation } from './notation.ts';

/** The failure's fix in the configuration of each server of which it is known what it runs: a section for each, a line each. */
export function configurations(failure: ReportFailure, notation: Notation): string {
  return additionsOf(failure)
    .configurations.map(each => `${configuration(each, notation)}\n`)
    .join('');
}

function configuration({ server, name, provenOn, text, notes }: ServerConfiguration, { code, prose, words }: Notation): string {
  const labels = words.configuration;
  return `<section class="block"><h3>${labels.title(code(server), prose(name))}</h3>
${text === '' ? `<p>${escapeHtml(labels.leftOut)}</p>` : block(text.split('\n'))}
${list(notes.map(prose))}<p>${provenOn === null ? escapeHtml(labels.notProven) : labels.proven(prose(provenOn))}</p>
</section>`;
}
