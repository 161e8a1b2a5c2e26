import { rackCors } from './rack-cors.ts';
import type { Recipe } from './recipe.ts';
import { lines } from './text.ts';

export const rack = {
  id: 'rack',
  name: 'Rack',
  family: 'ruby',
  render: (policy, comments) =>
    lines('# gem "rack-cors"', `# config.ru. ${comments.beforeOthers}`, 'require "rack/cors"', '', 'use Rack::Cors do', rackCors(policy)),
} as const satisfies Recipe;
