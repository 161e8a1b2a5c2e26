/** Applications in Ruby: they ask for a sign-in whatever the method, and know nothing of CORS. */
import fs from 'node:fs';
import path from 'node:path';
import { printed, type ServerUnderTest, SIGN_IN, writeIn } from './under-test.ts';

/** Debian's own, which has Debian's gems, whatever else is on the PATH. */
const RUBY = '/usr/bin/ruby';

const rackApp = (recipe: string): string => `${recipe}
run lambda { |env|
  next [401, {}, []] if env["HTTP_AUTHORIZATION"] != "${SIGN_IN}"
  next [500, {}, ["broken"]] if env["PATH_INFO"] == "/fail"
  [200, { "Content-Type" => "application/json" }, ['{"ok":true}']]
}
`;

const railsApp = `require "action_controller/railtie"
class Site < Rails::Application
  config.eager_load = true
  config.secret_key_base = "none"
end
class DataController < ActionController::API
  before_action { head :unauthorized if request.authorization != "${SIGN_IN}" }
  def data
    render json: { ok: true }
  end
  def fail
    raise "broken"
  end
end
Site.initialize!
Site.routes.draw do
  match "/data", to: "data#data", via: :all
  match "/fail", to: "data#fail", via: :all
end
run Site
`;

const versionOf = (...gems: readonly (readonly [name: string, gem: string])[]): string | null =>
  printed(RUBY, '-e', `puts [${gems.map(([name, gem]) => `"${name} #{Gem::Specification.find_by_name("${gem}").version}"`).join(', ')}].join(", ")`);

export const puma = (port: number, file: string): readonly [string, ...string[]] => [
  'puma',
  '--bind',
  `tcp://127.0.0.1:${port}`,
  '--environment',
  'production',
  file,
];

export const rackVersion = (): string | null => versionOf(['Rack', 'rack'], ['rack-cors', 'rack-cors'], ['Puma', 'puma']);

export const RUBY_SERVERS: readonly ServerUnderTest[] = [
  {
    id: 'rack',
    version: rackVersion,
    command: ({ recipe, port, directory }) => puma(port, writeIn(directory, 'config.ru', rackApp(recipe ?? ''))),
  },
  {
    id: 'rails',
    version: () => versionOf(['Rails', 'railties'], ['rack-cors', 'rack-cors'], ['Puma', 'puma']),
    command: ({ recipe, port, directory }) => {
      fs.mkdirSync(path.join(directory, 'config/initializers'), { recursive: true });
      writeIn(directory, 'config/initializers/cors.rb', recipe ?? '');
      return puma(port, writeIn(directory, 'config.ru', railsApp));
    },
  },
];
