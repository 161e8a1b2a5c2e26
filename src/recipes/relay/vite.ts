import { lines } from '../text.ts';
import { KEY_HEADER, leftOut } from './headers.ts';
import type { Relay } from './relay.ts';
import { PREFIX } from './target.ts';

export const vite = {
  id: 'vite',
  name: 'Vite',
  family: 'node',
  render: (target, comments) =>
    lines(
      '// vite.config.js: defineConfig({ … })',
      `// ${comments.whileDeveloping}`,
      'server: {',
      '  proxy: {',
      `    '${PREFIX}/': {`,
      `      target: '${target.origin}',`,
      '      changeOrigin: true,',
      '      proxyTimeout: 30_000,',
      `      rewrite: path => path.slice('${PREFIX}'.length),`,
      '      configure: proxy => {',
      "        proxy.on('proxyReq', asked => {",
      `          // ${comments.kept}`,
      `          for (const name of ${leftOut(target)}) asked.removeHeader(name);`,
      `          // ${comments.key}`,
      `          // asked.setHeader(${KEY_HEADER});`,
      '        });',
      "        proxy.on('proxyRes', ({ headers }) => {",
      "          delete headers['set-cookie'];",
      "          delete headers['access-control-allow-origin'];",
      '        });',
      '      },',
      '    },',
      '  },',
      '},',
    ),
} as const satisfies Relay;
