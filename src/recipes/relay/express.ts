import { lines } from '../text.ts';
import { KEY_HEADER, leftOut } from './headers.ts';
import type { Relay } from './relay.ts';
import { PREFIX } from './target.ts';

export const express = {
  id: 'express',
  name: 'Express',
  family: 'node',
  render: (target, comments) =>
    lines(
      '// npm install http-proxy-middleware',
      "import { createProxyMiddleware } from 'http-proxy-middleware';",
      '',
      `// ${comments.beforeBody}`,
      'app.use(',
      `  '${PREFIX}',`,
      '  createProxyMiddleware({',
      `    target: '${target.origin}',`,
      '    changeOrigin: true,',
      '    proxyTimeout: 30_000,',
      '    on: {',
      '      proxyReq: asked => {',
      `        // ${comments.kept}`,
      `        for (const name of ${leftOut(target)}) asked.removeHeader(name);`,
      `        // ${comments.key}`,
      `        // asked.setHeader(${KEY_HEADER});`,
      '      },',
      '      proxyRes: ({ headers }) => {',
      "        delete headers['set-cookie'];",
      "        delete headers['access-control-allow-origin'];",
      '      },',
      '    },',
      '  }),',
      ');',
    ),
} as const satisfies Relay;
