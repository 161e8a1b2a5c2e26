import { clip } from '../../src/explain/words/text.ts';
import type { Exchange, Verdict } from '../../src/model.ts';
import { originWords } from '../later-words.ts';
import { compareOrigins, type OriginPart, partsOf } from '../origin-parts.ts';
import { Prose } from '../parts/Prose.tsx';
import { Value } from '../parts/Value.tsx';

/** An origin in a sentence is this long at most; the table has all of it. */
const ORIGIN_LENGTH = 60;

const columns: readonly OriginPart[] = ['scheme', 'host', 'port'];

function OriginRow({ title, origin, differs }: { readonly title: string; readonly origin: string; readonly differs: readonly OriginPart[] }) {
  const parts = partsOf(origin);
  const textOf = (column: OriginPart): string => {
    if (parts === null) return '';
    if (column !== 'port') return parts[column];
    return parts.port === '' ? originWords.noPort : parts.isDefaultPort ? originWords.defaultPort(parts.port) : parts.port;
  };
  return (
    <tr>
      <th scope="row">{title}</th>
      {parts === null ? (
        <td colSpan={columns.length}>
          <Value text={origin} />
        </td>
      ) : (
        columns.map(column => (
          <td key={column} data-differs={differs.includes(column)}>
            <Value text={textOf(column)} />
          </td>
        ))
      )}
    </tr>
  );
}

/** The page's origin above the server's, part below part. What differs is boxed and has a sign and a word below it. */
export function Origins({ exchange, verdict }: { readonly exchange: Exchange; readonly verdict: Verdict }) {
  const { page, server, differs, isTainted } = compareOrigins(exchange, verdict);
  const isComparable = partsOf(page) !== null && partsOf(server) !== null;
  return (
    <>
      <table class="origins">
        <thead>
          <tr>
            <td />
            {columns.map(column => (
              <th key={column} scope="col">
                {originWords.parts[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <OriginRow title={originWords.page} origin={page} differs={differs} />
          <OriginRow title={originWords.server} origin={server} differs={differs} />
          {isComparable ? (
            <tr class="origins-compared">
              <th scope="row">{originWords.compared}</th>
              {columns.map(column => (
                <td key={column} data-differs={differs.includes(column)}>
                  <span aria-hidden="true">{differs.includes(column) ? '≠' : '='}</span>{' '}
                  {differs.includes(column) ? originWords.differs : originWords.same}
                </td>
              ))}
            </tr>
          ) : null}
        </tbody>
      </table>
      <p>
        <Prose text={page === 'null' ? originWords.nullPage : originWords.difference(differs)} />
      </p>
      {isTainted ? (
        <p>
          <Prose text={originWords.tainted(clip(page, ORIGIN_LENGTH))} />
        </p>
      ) : null}
    </>
  );
}
