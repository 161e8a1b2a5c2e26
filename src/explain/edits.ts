/** Which header lines mend one broken rule. */
import { parseUrl } from '../cors/origin.ts';
import type { Failure, HeaderEdit, PreflightSeen, ResponseSeen } from '../model.ts';
import { fieldOf, judgedHeaders, listOf } from './read.ts';

/** What mends one failure: edits of the answer that broke the rule, and the status that a preflight needs. */
export interface Remedy {
  readonly edits: readonly { readonly name: string; readonly value: string }[];
  readonly status?: number;
}

/** What a remedy is made for. */
export interface Patient {
  readonly failure: Failure;
  readonly answer: ResponseSeen;
  readonly preflight: PreflightSeen | null;
  /** The origin that this answer is judged with. */
  readonly origin: string;
  readonly includesCredentials: boolean;
  readonly method: string;
}

/** An answer to OPTIONS that browsers accept, and that has no body. */
const NO_CONTENT = 204;

/** A method or header list that keeps what is allowed already. `*` is dropped where cookies make it a literal star. */
const extended = (answer: ResponseSeen, name: string, missing: readonly string[], isLiteralStar: boolean): string => {
  const present = listOf(judgedHeaders(answer), name).filter(element => element !== '*' || !isLiteralStar);
  return [...present, ...missing.filter(element => !present.includes(element))].join(', ');
};

const varyWithOrigin = (answer: ResponseSeen): string | null => {
  const present = listOf(judgedHeaders(answer), 'vary');
  return present.some(name => name === '*' || name.toLowerCase() === 'origin') ? null : [...present, 'Origin'].join(', ');
};

/**
 * Names the origin, and says that it does (`Vary`), so that no cache hands the answer to another. Only "*" can serve a page
 * without an origin of its own; null where not even that can, because cookies are sent.
 */
const allowOrigin = ({ failure, answer, origin, includesCredentials }: Patient): Remedy | null => {
  if (origin === 'null') return includesCredentials ? null : { edits: [{ name: 'Access-Control-Allow-Origin', value: '*' }] };
  const lacksCredentials = includesCredentials && fieldOf(answer, 'access-control-allow-credentials') !== 'true';
  const vary = failure.stage === 'preflight' ? null : varyWithOrigin(answer);
  return {
    edits: [
      { name: 'Access-Control-Allow-Origin', value: origin },
      ...(lacksCredentials ? [{ name: 'Access-Control-Allow-Credentials', value: 'true' }] : []),
      ...(vary ? [{ name: 'Vary', value: vary }] : []),
    ],
  };
};

const askedHeaders = ({ preflight }: Patient): readonly string[] => listOf(preflight?.requestHeaders ?? null, 'access-control-request-headers');

const withoutUserinfo = (location: string): string => {
  const url = parseUrl(location);
  if (url === null) return location;
  url.username = '';
  url.password = '';
  return url.href;
};

/** null where no answer of the server's can mend it. */
export const remedyFor = (patient: Patient): Remedy | null => {
  const { failure, answer, includesCredentials: isLiteralStar } = patient;
  switch (failure.code) {
    case 'allow-origin-missing':
    case 'allow-origin-wildcard-with-credentials':
    case 'allow-origin-multiple':
    case 'allow-origin-invalid':
    case 'allow-origin-mismatch':
      return allowOrigin(patient);
    case 'allow-credentials-missing':
    case 'allow-credentials-invalid':
      return patient.origin === 'null' ? null : { edits: [{ name: 'Access-Control-Allow-Credentials', value: 'true' }] };
    case 'preflight-status':
    case 'preflight-redirect':
      return { edits: [], status: NO_CONTENT };
    case 'allow-methods-invalid':
      return { edits: [{ name: 'Access-Control-Allow-Methods', value: patient.method }] };
    case 'allow-headers-invalid':
      return { edits: [{ name: 'Access-Control-Allow-Headers', value: askedHeaders(patient).join(', ') }] };
    case 'method-not-allowed': {
      const value = extended(answer, 'access-control-allow-methods', [failure.method], isLiteralStar);
      return { edits: [{ name: 'Access-Control-Allow-Methods', value }] };
    }
    case 'header-not-allowed': {
      const missing = isLiteralStar && failure.because === 'wildcard-with-credentials' ? askedHeaders(patient) : [failure.header];
      return { edits: [{ name: 'Access-Control-Allow-Headers', value: extended(answer, 'access-control-allow-headers', missing, isLiteralStar) }] };
    }
    case 'redirect-insecure':
      return { edits: [{ name: 'Location', value: failure.location.replace('http:', 'https:') }] };
    case 'redirect-with-userinfo':
      return { edits: [{ name: 'Location', value: withoutUserinfo(failure.location) }] };
    default:
      return null;
  }
};

/** Where the edits of a failure's remedy go. */
export const targetOf = ({ stage }: Failure): HeaderEdit['target'] | null => (stage === 'network' ? null : stage);
