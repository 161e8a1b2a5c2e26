/** Rack, and Rails, which has an initializer for it. */
import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { escaped, lines, methodsOf } from './text.ts';

const symbols = (methods: readonly string[]): string => methods.map(method => method.toLowerCase()).join(' ');

/** rack-cors takes any text that is no address of the web for a host's name. */
const asOrigin = (origin: string): string => (/^https?:/.test(origin) ? `"${origin}"` : `%r{\\A${escaped(origin)}\\z}`);

export const rack = {
  id: 'rack',
  name: 'Rack, Rails',
  family: 'ruby',
  render: (policy, comments) =>
    lines(
      '# gem "rack-cors"',
      `# config.ru. ${comments.beforeOthers}`,
      '# Rails: config/initializers/cors.rb, Rails.application.config.middleware.insert_before 0, Rack::Cors do',
      'require "rack/cors"',
      '',
      'use Rack::Cors do',
      '  allow do',
      `    origins ${policy.origins.map(asOrigin).join(', ')}`,
      '    resource "*",',
      `      methods: %i[${symbols(methodsOf(policy))}],`,
      `      headers: %w[${policy.headers.join(' ')}],`,
      policy.exposed.length > 0 && `      expose: %w[${policy.exposed.join(' ')}],`,
      policy.credentials && '      credentials: true,',
      `      max_age: ${MAX_AGE}`,
      '  end',
      'end',
    ),
} as const satisfies Recipe;
