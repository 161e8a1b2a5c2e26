import type { Exchange, Headers, Known, ResponseSeen, Verdict } from '../../src/model.ts';
import { usePanel } from '../context.ts';
import { isCorsHeader } from '../format.ts';
import { detailWords } from '../later-words.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Value } from '../parts/Value.tsx';

/** Rows shown of one header block: a server may send thousands. */
const SHOWN_HEADERS = 300;

function HeaderTable({ title, headers }: { readonly title: string; readonly headers: Headers | null }) {
  if (headers === null) {
    return (
      <p class="aside unseen-headers">
        {title}: {detailWords.rawUnseen}
      </p>
    );
  }
  return (
    <details class="raw">
      <summary>{detailWords.rawHeaders(title, headers.length)}</summary>
      <table>
        <thead class="unseen">
          <tr>
            <th scope="col">{detailWords.headerName}</th>
            <th scope="col">{detailWords.headerValue}</th>
          </tr>
        </thead>
        <tbody>
          {headers.slice(0, SHOWN_HEADERS).map(({ name, value }, index) => (
            <tr key={index} class={isCorsHeader(name) ? 'cors-header' : undefined}>
              <th scope="row">
                <Value text={name} />
              </th>
              <td>
                <Value text={value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {headers.length > SHOWN_HEADERS ? <p class="aside">{detailWords.headersNotShown(headers.length - SHOWN_HEADERS)}</p> : null}
    </details>
  );
}

function Answer({ title, response }: { readonly title: string; readonly response: ResponseSeen | null }) {
  if (response === null) return <HeaderTable title={title} headers={null} />;
  return (
    <>
      <HeaderTable title={`${title} ${response.status}`} headers={response.headers} />
      {response.delivered === null ? null : <HeaderTable title={detailWords.rawDelivered} headers={response.delivered} />}
    </>
  );
}

function KnownValue({ label, known }: { readonly label: string; readonly known: Known<string> }) {
  const isUnknown = known.value === 'unknown';
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {isUnknown ? detailWords.unknown : <Value text={known.value} />}{' '}
        {isUnknown ? null : <span class="tag">{detailWords.bases[known.basis]}</span>} <span class="aside">{detailWords.known[known.basis]}</span>
      </dd>
    </div>
  );
}

function CurlButtons({ exchange }: { readonly exchange: Exchange }) {
  const { host } = usePanel();
  if (!host.canExport.value) return null;
  const hasPreflight = exchange.hops.some(({ preflights }) => preflights.length > 0);
  return (
    <p class="buttons">
      {hasPreflight ? (
        <CopyButton text={() => host.curl(exchange.id, 'preflight')} name={detailWords.curlPreflight} label={detailWords.curlPreflight} />
      ) : null}
      <CopyButton text={() => host.curl(exchange.id, 'request')} name={detailWords.curlRequest} label={detailWords.curlRequest} />
      <CopyButton text={() => host.fetchLine(exchange.id)} name={detailWords.copyFetch} label={detailWords.copyFetch} />
      <span class="aside">{detailWords.curlHint}</span>
    </p>
  );
}

export function Raw({ exchange, verdict }: { readonly exchange: Exchange; readonly verdict: Verdict }) {
  const { mode, credentials, origin } = verdict;
  const initiator = exchange.log?.initiator ?? null;
  return (
    <section class="block">
      <h3>{detailWords.rawTitle}</h3>
      <dl class="known">
        <KnownValue label={detailWords.origin} known={origin} />
        <KnownValue label={detailWords.mode} known={mode} />
        <KnownValue label={detailWords.credentials} known={credentials} />
        {initiator === null ? null : (
          <div>
            <dt>{detailWords.asked}</dt>
            <dd>
              <Value text={`${initiator.function === '' ? '' : `${initiator.function} · `}${initiator.url}:${initiator.line}:${initiator.column}`} />
            </dd>
          </div>
        )}
      </dl>
      {verdict.failures.length === 0 || exchange.isTried === true ? null : <CurlButtons exchange={exchange} />}
      {exchange.hops.flatMap((hop, index) => [
        ...hop.preflights.flatMap(({ requestId, requestHeaders, response }) => [
          <HeaderTable key={`${requestId} request`} title={detailWords.rawPreflightRequest} headers={requestHeaders} />,
          <Answer key={`${requestId} answer`} title={detailWords.rawPreflightResponse} response={response} />,
        ]),
        <HeaderTable key={`${index} request`} title={`${detailWords.rawRequest} ${hop.method}`} headers={hop.requestHeaders} />,
        <Answer
          key={`${index} answer`}
          title={index < exchange.hops.length - 1 ? detailWords.rawRedirect : detailWords.rawResponse}
          response={hop.response}
        />,
      ])}
    </section>
  );
}
