/** What an answer says of who gave it: shared by the causes that go by a vendor's own headers. */
import { parseUrl } from '../../cors/origin.ts';
import type { ResponseSeen } from '../../model.ts';
import type { Facts } from '../facts.ts';
import { fieldOf } from '../read.ts';
import { namesOrigin } from './caches.ts';

/** The value of a field of the answer that the failure is about; empty where it is absent. */
export const field = ({ answer }: Facts, name: string): string => fieldOf(answer, name) ?? '';

export const has = ({ answer }: Facts, name: string): boolean => fieldOf(answer, name) !== null;

/** By the field Server. */
export const serverIs = (facts: Facts, pattern: RegExp): boolean => pattern.test(field(facts, 'server'));

export const isNginx = (answer: ResponseSeen | null): boolean => /^(?:nginx|openresty)\b/i.test(fieldOf(answer, 'server') ?? '');

export const hostIs = ({ target }: Facts, pattern: RegExp): boolean => pattern.test(parseUrl(target)?.hostname ?? '');

/** Whether the application behind a proxy seems to have written an answer’s headers: it names itself, or tells caches to go by the Origin. */
export const isOfApplication = (answer: ResponseSeen | null): boolean => fieldOf(answer, 'x-powered-by') !== null || namesOrigin(answer);

/** Servers of ASGI: to a WebSocket they answer 403 wherever the application takes none, its missing route included. */
export const isAsgi = (facts: Facts): boolean => serverIs(facts, /^(?:uvicorn|daphne|hypercorn)\b/i);

const GOOGLE_HOSTS = /\.(?:run\.app|cloudfunctions\.net)$/i;

/** Google Cloud’s functions and services. */
export const isGoogle = (facts: Facts): boolean => hostIs(facts, GOOGLE_HOSTS) || serverIs(facts, /^google frontend$/i);

/** Whether the answer is a page, such as servers make of their own errors, and not an application’s data. */
export const isPage = (facts: Facts): boolean => /^text\/html\b/i.test(field(facts, 'content-type'));

/** What applications send with their pages, and servers and networks not with their own. */
const OF_PAGES = ['set-cookie', 'vary', 'x-content-type-options', 'x-frame-options', 'x-powered-by'] as const;

/** Whether the answer is a page, and none that an application seems to have made. */
export const isServersOwnPage = (facts: Facts): boolean => isPage(facts) && !OF_PAGES.some(name => has(facts, name));

/** ngrok’s, in its own errors: the tunnel is closed, or leads nowhere (https://ngrok.com/docs/errors/). */
export const TUNNEL_FIELD = 'ngrok-error-code';

/** How Amazon API Gateway says that it has no such method at this address. */
export const MISSING_ROUTE = /^MissingAuthenticationToken/i;

const AMAZON_FIELDS = ['x-amzn-errortype', 'x-amz-apigw-id', 'apigw-requestid'] as const;

export const isAmazonGateway = (facts: Facts): boolean => AMAZON_FIELDS.some(name => has(facts, name)) || hostIs(facts, /\.execute-api\./i);

/** Amazon API Gateway, Kong, Supabase, Azure API Management. */
export const isGateway = (facts: Facts): boolean =>
  isAmazonGateway(facts) ||
  has(facts, 'x-kong-response-latency') ||
  has(facts, 'sb-gateway-version') ||
  serverIs(facts, /^kong\b/i) ||
  /^(?:AzureApiManagementKey\b|Key realm="kong")/i.test(field(facts, 'www-authenticate')) ||
  hostIs(facts, /\.(?:supabase\.co|azure-api\.net)$/i);

export const isSupabaseFunction = ({ hop }: Facts): boolean =>
  /^https?:\/\/[^/]+(?:\.supabase\.co\/functions\/v1\/|\.functions\.supabase\.co\/)/.test(hop.url);

/** Whether a platform says that nothing at all is deployed there: Vercel, Railway, Render. */
export const isUndeployed = (facts: Facts): boolean =>
  /NOT_FOUND/.test(field(facts, 'x-vercel-error')) || has(facts, 'x-railway-fallback') || field(facts, 'x-render-routing') === 'no-server';
