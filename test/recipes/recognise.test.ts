import { describe, expect, it } from 'vitest';
import type { Header } from '../../src/model.ts';
import { recognise } from '../../src/recipes/recognise.ts';
import { exchange } from '../panel/fixtures.ts';
import { answer, hop, preflight } from '../report/sample.ts';

const field = (line: string): Header => ({ name: line.replace(/:.*/s, ''), value: line.replace(/^[^:]*: */, '') });
const answering = (...lines: readonly string[]) => answer(200, lines.map(field));

describe('what answered', () => {
  it.each([
    [['Server: nginx/1.22.1'], 'nginx'],
    [['Server: openresty/1.25.3.1'], 'nginx'],
    [['Server: Apache/2.4.57 (Debian)'], 'apache'],
    [['Server: Apache-Coyote/1.1'], 'tomcat'],
    [['Server: Caddy'], 'caddy'],
    [['server: lighttpd/1.4.69'], 'lighttpd'],
    [['Server: nginx', 'X-Powered-By: Express'], 'express'],
    [['Via: 1.1 varnish (Varnish/7.1)'], 'varnish'],
    [['Via: 1.1 varnish-v4', 'Server: nginx'], 'nginx'],
    [['Via: 1.1 varnish'], null],
    [['Server: Varnish'], 'varnish'],
    [['X-Powered-By: Next.js'], 'nextjs'],
    [['Server: nginxish'], null],
    [['Server: Werkzeug/2.2.2 Python/3.11.2'], 'flask'],
    [['server: uvicorn'], 'fastapi'],
    [['Server: Kestrel'], 'aspnet-core'],
    [['Server: Microsoft-IIS/10.0', 'X-Powered-By: ASP.NET'], null],
    [['Server: nginx', 'X-Powered-By: PHP/8.2.7'], 'php'],
    [['Server: AmazonS3', 'x-amz-request-id: 4442587FB7D0A2F9'], 'amazon-s3'],
    [['Server: AmazonS3', 'X-Amz-Cf-Id: a'], 'amazon-s3'],
    [['Server: nginx', 'X-Amz-Cf-Id: a'], 'nginx'],
    [['Server: CloudFront', 'X-Amz-Cf-Id: a'], 'cloudfront'],
    [['apigw-requestid: a', 'x-amzn-requestid: b'], 'api-gateway-http'],
    [['x-amz-apigw-id: a', 'x-amzn-requestid: b', 'X-Amz-Cf-Id: c'], 'api-gateway-rest'],
    [['Server: UploadServer'], 'google-cloud-storage'],
    [['x-guploader-uploadid: a'], 'google-cloud-storage'],
    [['x-goog-storage-class: STANDARD'], 'google-cloud-storage'],
    [['Server: Windows-Azure-Blob/1.0 Microsoft-HTTPAPI/2.0'], 'azure-blob'],
    [['Server: envoy', 'x-envoy-upstream-service-time: 12'], 'envoy'],
    [['Server: nginx', 'x-envoy-upstream-service-time: 12'], 'nginx'],
    [['Server: istio-envoy', 'x-envoy-upstream-service-time: 12'], null],
    [['Server: something'], null],
    [[], null],
  ])('with %j is %s', (lines, id) => {
    expect(recognise(exchange('a', { hops: [hop({ response: answering(...lines) })] }), 0)).toBe(id);
  });

  it.each([
    ['https://abcdef.lambda-url.eu-central-1.on.aws/items', 'lambda-url'],
    ['https://abcdef.supabase.co/functions/v1/hello', 'supabase'],
    ['https://abcdef.functions.supabase.co/hello', 'supabase'],
    ['https://abcdef.supabase.co/rest/v1/items', 'nginx'],
    ['https://europe-west1-project.cloudfunctions.net/hello', 'firebase-functions'],
    ['https://app.azurewebsites.net/api', 'azure-app-service'],
    ['https://azurewebsites.net.example/api', 'nginx'],
    ['https://example.com/?a=https://app.azurewebsites.net/', 'nginx'],
  ])('at %s, behind nginx, is %s', (url, id) => {
    expect(recognise(exchange('a', { hops: [hop({ url, response: answering('Server: nginx') })] }), 0)).toBe(id);
  });

  it('may say so in the answer to the preflight alone', () => {
    const refused = hop({ response: null, preflights: [preflight({ response: answering('Server: Caddy') })] });
    expect(recognise(exchange('a', { hops: [refused] }), 0)).toBe('caddy');
  });
});
