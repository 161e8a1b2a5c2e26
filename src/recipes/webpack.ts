import { CORS_NAMES, corsOptions } from './cors-options.ts';
import type { Recipe } from './recipe.ts';
import { lines, quoted } from './text.ts';

export const webpack = {
  id: 'webpack',
  name: 'webpack-dev-server',
  family: 'node',
  render: policy =>
    lines(
      '// npm install --save-dev cors',
      "const cors = require('cors');",
      '',
      '// webpack.config.js: module.exports = { … }',
      'devServer: {',
      '  setupMiddlewares: middlewares => [',
      '    {',
      "      name: 'cors',",
      '      middleware: cors({',
      corsOptions(policy, '        ', `[${quoted(policy.origins)}]`, CORS_NAMES),
      '      }),',
      '    },',
      '    ...middlewares,',
      '  ],',
      '},',
    ),
} as const satisfies Recipe;
