import { rackCors } from './rack-cors.ts';
import type { Recipe } from './recipe.ts';
import { lines } from './text.ts';

export const rails = {
  id: 'rails',
  name: 'Rails',
  family: 'ruby',
  render: (policy, comments) =>
    lines(
      '# Gemfile: gem "rack-cors"',
      `# config/initializers/cors.rb. ${comments.beforeOthers}`,
      'require "rack/cors"',
      '',
      'Rails.application.config.middleware.insert_before 0, Rack::Cors do',
      rackCors(policy),
    ),
} as const satisfies Recipe;
