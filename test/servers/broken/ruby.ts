/** Rack with rack-cors, as it is set up wrongly. */
import { puma, rackVersion } from '../ruby.ts';
import { writeIn } from '../under-test.ts';
import { type BrokenServer, GET, PUT } from './broken-server.ts';

/** The check of the sign-in stands before the middleware, and the list has one page and one method. */
const app = `require "rack/cors"

class SignIn
  def initialize(app)
    @app = app
  end
  def call(env)
    env["PATH_INFO"] == "/private" ? [401, {}, []] : @app.call(env)
  end
end

use SignIn
use Rack::Cors do
  allow do
    origins "https://shop.example"
    resource "/listed", methods: [:get, :put]
  end
  allow do
    origins "*"
    resource "/any", methods: [:get], headers: :any
  end
end
run lambda { |env| [200, { "Content-Type" => "application/json" }, ['{"ok":true}']] }
`;

export const rack: BrokenServer = {
  id: 'rack',
  version: rackVersion,
  command: ({ port, directory }) => puma(port, writeIn(directory, 'config.ru', app)),
  cases: [
    { cause: 'auth-before-cors', ...PUT, path: '/private' },
    { cause: 'silent-refusal', ...PUT, path: '/listed' },
    { cause: 'silent-refusal', ...PUT, path: '/any' },
    { cause: 'silent-refusal', ...PUT, path: '/nowhere-listed' },
    { cause: 'any-origin-with-credentials', ...GET, path: '/any', credentials: 'include' },
  ],
};
