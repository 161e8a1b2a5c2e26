import type { Exchange, Headers, Known, ResponseSeen, Verdict } from '../../src/model.ts';
import { usePanel } from '../context.ts';
import { isCorsHeader } from '../format.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Value } from '../parts/Value.tsx';
import { words } from '../words.ts';

/** Rows shown of one header block: a server may send thousands. */
const SHOWN_HEADERS = 300;

function HeaderTable({ title, headers }: { readonly title: string; readonly headers: Headers | null }) {
  if (headers === null) {
    return (
      <p class="aside unseen-headers">
        {title}: {words.rawUnseen}
      </p>
    );
  }
  return (
    <details class="raw">
      <summary>{words.rawHeaders(title, headers.length)}</summary>
      <table>
        <thead class="unseen">
          <tr>
            <th scope="col">{words.headerName}</th>
            <th scope="col">{words.headerValue}</th>
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
      {headers.length > SHOWN_HEADERS ? <p class="aside">{words.headersNotShown(headers.length - SHOWN_HEADERS)}</p> : null}
    </details>
  );
}

function Answer({ title, response }: { readonly title: string; readonly response: ResponseSeen | null }) {
  if (response === null) return <HeaderTable title={title} headers={null} />;
  return (
    <>
      <HeaderTable title={`${title} ${response.status}`} headers={response.headers} />
      {response.delivered === null ? null : <HeaderTable title={words.rawDelivered} headers={response.delivered} />}
    </>
  );
}

function KnownValue({ label, known }: { readonly label: string; readonly known: Known<string> }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Value text={known.value} /> {known.value === words.unknown ? null : <span class="tag">{words.bases[known.basis]}</span>}{' '}
        <span class="aside">{words.known[known.basis]}</span>
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
      {hasPreflight ? <CopyButton text={() => host.curl(exchange.id, 'preflight')} name={words.curlPreflight} label={words.curlPreflight} /> : null}
      <CopyButton text={() => host.curl(exchange.id, 'request')} name={words.curlRequest} label={words.curlRequest} />
      <CopyButton text={() => host.fetchLine(exchange.id)} name={words.handOn.copyFetch} label={words.handOn.copyFetch} />
      <span class="aside">{words.curlHint}</span>
    </p>
  );
}

export function Raw({ exchange, verdict }: { readonly exchange: Exchange; readonly verdict: Verdict }) {
  const { mode, credentials, origin } = verdict;
  const initiator = exchange.log?.initiator ?? null;
  return (
    <section class="block">
      <h3>{words.rawTitle}</h3>
      <dl class="known">
        <KnownValue label={words.origin} known={origin} />
        <KnownValue label={words.mode} known={{ ...mode, value: words.modes[mode.value] }} />
        <KnownValue label={words.credentials} known={{ ...credentials, value: words.credentialModes[credentials.value] }} />
        {initiator === null ? null : (
          <div>
            <dt>{words.asked}</dt>
            <dd>
              <Value text={`${initiator.function === '' ? '' : `${initiator.function} · `}${initiator.url}:${initiator.line}:${initiator.column}`} />
            </dd>
          </div>
        )}
      </dl>
      {verdict.failures.length === 0 || exchange.isTried === true ? null : <CurlButtons exchange={exchange} />}
      {exchange.hops.flatMap((hop, index) => [
        ...hop.preflights.flatMap(({ requestId, requestHeaders, response }) => [
          <HeaderTable key={`${requestId} request`} title={words.rawPreflightRequest} headers={requestHeaders} />,
          <Answer key={`${requestId} answer`} title={words.rawPreflightResponse} response={response} />,
        ]),
        <HeaderTable key={`${index} request`} title={`${words.rawRequest} ${hop.method}`} headers={hop.requestHeaders} />,
        <Answer key={`${index} answer`} title={index < exchange.hops.length - 1 ? words.rawRedirect : words.rawResponse} response={hop.response} />,
      ])}
    </section>
  );
}
