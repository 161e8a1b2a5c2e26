import type { ReportFailure } from '../model.ts';
import { additionsOf, type ServerConfiguration } from './additions.ts';
import { fence } from './markdown-escape.ts';
import type { Notation } from './notation.ts';

/** The failure's fix in the configuration of each server of which it is known what it runs: a Markdown block for each. */
export function configurations(failure: ReportFailure, notation: Notation): readonly string[] {
  return additionsOf(failure).configurations.map(each => configuration(each, notation));
}

function configuration({ server, name, provenOn, text, notes }: ServerConfiguration, { code, prose, words }: Notation): string {
  const labels = words.configuration;
  return [
    `### ${labels.title(code(server), prose(name))}`,
    text === '' ? labels.leftOut : fence(text, ''),
    ...(notes.length === 0 ? [] : [notes.map(note => `- ${prose(note)}`).join('\n')]),
    provenOn === null ? labels.notProven : labels.proven(prose(provenOn)),
  ].join('\n\n');
}
