/** What answered, by its own word. Servers can be told to keep it to themselves, and many are. */
import { fieldOf } from '../explain/read.ts';
import type { Exchange } from '../model.ts';
import type { RecipeId } from './index.ts';

/** What names the application is heard before what names the server in front of it: there CORS is at home. */
const SIGNS: readonly { readonly field: string; readonly pattern: RegExp; readonly id: RecipeId }[] = [
  { field: 'x-powered-by', pattern: /^express\b/i, id: 'express' },
  { field: 'x-powered-by', pattern: /^next\.js\b/i, id: 'nextjs' },
  { field: 'x-powered-by', pattern: /^php\b/i, id: 'php' },
  { field: 'server', pattern: /^werkzeug\b/i, id: 'flask' },
  { field: 'server', pattern: /^uvicorn\b/i, id: 'fastapi' },
  { field: 'server', pattern: /^kestrel\b/i, id: 'aspnet-core' },
  { field: 'server', pattern: /^(?:nginx|openresty)\b/i, id: 'nginx' },
  { field: 'server', pattern: /^apache(?:[/ ]|$)/i, id: 'apache' },
  { field: 'server', pattern: /^apache-coyote\b/i, id: 'tomcat' },
  { field: 'server', pattern: /^caddy\b/i, id: 'caddy' },
  { field: 'server', pattern: /^lighttpd\b/i, id: 'lighttpd' },
  { field: 'server', pattern: /^varnish\b/i, id: 'varnish' },
  { field: 'via', pattern: /\bvarnish(?:\/\d|-v\d)/i, id: 'varnish' },
];

/** The recipe for what the answers at a hop of the exchange say that they come from; null where they say nothing of the kind. */
export const recognise = ({ hops }: Exchange, hop: number): RecipeId | null => {
  const { response = null, preflights = [] } = hops[hop] ?? {};
  const answers = [response, ...preflights.map(preflight => preflight.response)];
  return SIGNS.find(({ field, pattern }) => answers.some(answer => pattern.test(fieldOf(answer, field) ?? '')))?.id ?? null;
};
