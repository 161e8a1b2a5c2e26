/** Its CORS filter: https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/cors_filter */
import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { joined, lines, methodsOf } from './text.ts';

const TYPE = 'type.googleapis.com/envoy.extensions.filters.http.cors.v3';

export const envoy = {
  id: 'envoy',
  name: 'Envoy',
  family: 'proxy',
  render: (policy, comments) =>
    lines(
      'http_filters:',
      `  # ${comments.beforeOthers}`,
      '  - name: envoy.filters.http.cors',
      '    typed_config:',
      `      "@type": ${TYPE}.Cors`,
      'virtual_hosts:',
      `  - # … ${comments.untilNow}`,
      '    typed_per_filter_config:',
      '      envoy.filters.http.cors:',
      `        "@type": ${TYPE}.CorsPolicy`,
      '        allow_origin_string_match:',
      ...policy.origins.map(origin => `          - exact: "${origin}"`),
      `        allow_methods: "${joined(methodsOf(policy))}"`,
      policy.headers.length > 0 && `        allow_headers: "${joined(policy.headers)}"`,
      policy.exposed.length > 0 && `        expose_headers: "${joined(policy.exposed)}"`,
      policy.credentials && '        allow_credentials: true',
      `        max_age: "${MAX_AGE}"`,
      `    # ${comments.applicationToo}`,
      '    response_headers_to_remove: ["Access-Control-Allow-Origin"]',
      '    response_headers_to_add:',
      '      - header: { key: "Vary", value: "Origin" }',
      '        append_action: APPEND_IF_EXISTS_OR_ADD',
    ),
} as const satisfies Recipe;
