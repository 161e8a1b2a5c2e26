import { lines } from '../text.ts';
import { KEY_HEADER, leftOut } from './headers.ts';
import type { Relay } from './relay.ts';
import { PREFIX } from './target.ts';

export const webpack = {
  id: 'webpack',
  name: 'webpack-dev-server',
  family: 'node',
  render: (target, comments) =>
    lines(
      '// webpack.config.js: module.exports = { … }',
      `// ${comments.whileDeveloping}`,
      'devServer: {',
      '  proxy: [',
      '    {',
      `      context: ['${PREFIX}/'],`,
      `      target: '${target.origin}',`,
      '      changeOrigin: true,',
      '      proxyTimeout: 30_000,',
      `      pathRewrite: { '^${PREFIX}': '' },`,
      `      // ${comments.webpack6}`,
      '      onProxyReq: asked => {',
      `        // ${comments.kept}`,
      `        for (const name of ${leftOut(target)}) asked.removeHeader(name);`,
      `        // ${comments.key}`,
      `        // asked.setHeader(${KEY_HEADER});`,
      '      },',
      '      onProxyRes: ({ headers }) => {',
      "        delete headers['set-cookie'];",
      "        delete headers['access-control-allow-origin'];",
      '      },',
      '    },',
      '  ],',
      '},',
    ),
} as const satisfies Relay;
