/** What answered, by its own word, or by its address. Servers can be told to keep it to themselves, and many are. */
import { fieldOf } from '../explain/read.ts';
import type { Exchange } from '../model.ts';
import type { RecipeId } from './index.ts';

interface Sign {
  readonly field: string;
  readonly pattern: RegExp;
  /** null: it is known, and there is no recipe for it. */
  readonly id: RecipeId | null;
}

/** What names the application is heard before what names the server in front of it: there CORS is at home. */
const APPLICATIONS: readonly Sign[] = [
  { field: 'x-powered-by', pattern: /^express\b/i, id: 'express' },
  { field: 'x-powered-by', pattern: /^next\.js\b/i, id: 'nextjs' },
  { field: 'x-powered-by', pattern: /^php\b/i, id: 'php' },
  { field: 'server', pattern: /^werkzeug\b/i, id: 'flask' },
  { field: 'server', pattern: /^uvicorn\b/i, id: 'fastapi' },
  { field: 'server', pattern: /^kestrel\b/i, id: 'aspnet-core' },
];
const PLATFORMS: readonly Sign[] = [
  { field: 'apigw-requestid', pattern: /./, id: 'api-gateway-http' },
  { field: 'x-amz-apigw-id', pattern: /./, id: 'api-gateway-rest' },
  { field: 'server', pattern: /^amazons3$/i, id: 'amazon-s3' },
  { field: 'x-guploader-uploadid', pattern: /./, id: 'google-cloud-storage' },
  { field: 'x-goog-storage-class', pattern: /./, id: 'google-cloud-storage' },
  { field: 'server', pattern: /^uploadserver$/i, id: 'google-cloud-storage' },
  { field: 'server', pattern: /^windows-azure-blob\b/i, id: 'azure-blob' },
];
const SERVERS: readonly Sign[] = [
  { field: 'server', pattern: /^(?:nginx|openresty)\b/i, id: 'nginx' },
  { field: 'server', pattern: /^apache(?:[/ ]|$)/i, id: 'apache' },
  { field: 'server', pattern: /^apache-coyote\b/i, id: 'tomcat' },
  { field: 'server', pattern: /^caddy\b/i, id: 'caddy' },
  { field: 'server', pattern: /^lighttpd\b/i, id: 'lighttpd' },
  { field: 'server', pattern: /^varnish\b/i, id: 'varnish' },
  { field: 'via', pattern: /\bvarnish(?:\/\d|-v\d)/i, id: 'varnish' },
  // Istio configures its Envoys itself.
  { field: 'server', pattern: /^istio-envoy$/i, id: null },
  { field: 'server', pattern: /^envoy$/i, id: 'envoy' },
  { field: 'x-envoy-upstream-service-time', pattern: /./, id: 'envoy' },
  { field: 'x-amz-cf-id', pattern: /./, id: 'cloudfront' },
];

/** Addresses that platforms give to what runs on them, with as much of the path as tells what it is. */
const ADDRESSES: readonly { readonly pattern: RegExp; readonly id: RecipeId }[] = [
  { pattern: /^https:\/\/[^/]+\.lambda-url\.[^/.]+\.on\.aws\//, id: 'lambda-url' },
  { pattern: /^https:\/\/[^/]+\.supabase\.co\/functions\/v1\//, id: 'supabase' },
  { pattern: /^https:\/\/[^/]+\.functions\.supabase\.co\//, id: 'supabase' },
  { pattern: /^https:\/\/[^/]+\.cloudfunctions\.net\//, id: 'firebase-functions' },
  { pattern: /^https:\/\/[^/]+\.azurewebsites\.net\//, id: 'azure-app-service' },
];

/** The recipe for what the answers at a hop of the exchange say that they come from; null where they say nothing of the kind. */
export const recognise = ({ hops }: Exchange, hop: number): RecipeId | null => {
  const { response = null, preflights = [], url = '' } = hops[hop] ?? {};
  const answers = [response, ...preflights.map(preflight => preflight.response)];
  const signIn = (signs: readonly Sign[]): Sign | undefined =>
    signs.find(({ field, pattern }) => answers.some(answer => pattern.test(fieldOf(answer, field) ?? '')));
  const sign = signIn(APPLICATIONS) ?? signIn(PLATFORMS) ?? ADDRESSES.find(({ pattern }) => pattern.test(url)) ?? signIn(SERVERS);
  return sign?.id ?? null;
};
