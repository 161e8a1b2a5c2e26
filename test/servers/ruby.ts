/** Applications in Ruby: they ask for a sign-in whatever the method, and know nothing of CORS. */
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

export const RUBY_SERVERS: readonly ServerUnderTest[] = [
  {
    id: 'rack',
    version: () =>
      printed(
        RUBY,
        '-e',
        'version = ->(name) { Gem::Specification.find_by_name(name).version }; puts "Rack #{version["rack"]}, rack-cors #{version["rack-cors"]}, Puma #{version["puma"]}"',
      ),
    command: ({ recipe, port, directory }) => ['puma', '--bind', `tcp://127.0.0.1:${port}`, writeIn(directory, 'config.ru', rackApp(recipe ?? ''))],
  },
];
