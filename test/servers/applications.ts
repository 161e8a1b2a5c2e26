/** Applications of frameworks that Debian packages: they ask for a sign-in whatever the method, and know nothing of CORS. */
import { printed, type ServerUnderTest, SIGN_IN, writeIn } from './under-test.ts';

/** Debian's own, which has Debian's modules, whatever else is on the PATH. */
export const PYTHON = '/usr/bin/python3';
const RUBY = '/usr/bin/ruby';

const VERSIONS = 'from importlib.metadata import version';
/** Of one of Debian's packages for Python. */
export const pythonVersion = (name: string, module: string) => (): string | null =>
  printed(PYTHON, '-c', `${VERSIONS}; print("${name}", version("${module}"))`);

export const phpVersion = (): string | null => printed('php', '-r', 'echo "PHP ", PHP_VERSION;');

const flaskApp = (recipe: string, port: number): string => `from flask import Flask, abort, request
app = Flask(__name__)

${recipe}

@app.before_request
def sign_in():
    if request.headers.get("Authorization") != "${SIGN_IN}":
        abort(401)

@app.put("/data")
def data():
    return {"ok": True}

@app.put("/fail")
def fail():
    raise RuntimeError("broken")

app.run("127.0.0.1", ${port})
`;

const djangoApp = (recipe: string): string => `import sys
from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import HttpResponse, JsonResponse
from django.urls import path

INSTALLED_APPS = []
MIDDLEWARE = ["__main__.sign_in"]
${recipe}

def sign_in(get_response):
    def middleware(request):
        if request.headers.get("Authorization") != "${SIGN_IN}":
            return HttpResponse(status=401)
        return get_response(request)
    return middleware

def data(request):
    return JsonResponse({"ok": True})

def fail(request):
    raise RuntimeError("broken")

urlpatterns = [path("data", data), path("fail", fail)]
own = {name: value for name, value in globals().items() if name.isupper()}
settings.configure(ROOT_URLCONF="__main__", SECRET_KEY="none", ALLOWED_HOSTS=["*"], **own)
execute_from_command_line(sys.argv)
`;

const phpApp = (recipe: string): string => `<?php
${recipe}
if (($_SERVER['HTTP_AUTHORIZATION'] ?? '') !== '${SIGN_IN}') {
    http_response_code(401);
    exit;
}
if ($_SERVER['REQUEST_URI'] === '/fail') {
    throw new RuntimeException('broken');
}
header('Content-Type: application/json');
echo '{"ok":true}';
`;

const rackApp = (recipe: string): string => `${recipe}
run lambda { |env|
  next [401, {}, []] if env["HTTP_AUTHORIZATION"] != "${SIGN_IN}"
  next [500, {}, ["broken"]] if env["PATH_INFO"] == "/fail"
  [200, { "Content-Type" => "application/json" }, ['{"ok":true}']]
}
`;

export const APPLICATIONS: readonly ServerUnderTest[] = [
  {
    id: 'flask',
    version: () => printed(PYTHON, '-c', `${VERSIONS}; print("Flask", version("flask") + ", flask-cors", version("flask-cors"))`),
    command: ({ recipe, port, directory }) => [PYTHON, writeIn(directory, 'app.py', flaskApp(recipe ?? '', port))],
  },
  {
    id: 'django',
    version: () => printed(PYTHON, '-c', `${VERSIONS}; print("Django", version("django") + ", django-cors-headers", version("django-cors-headers"))`),
    command: ({ recipe, port, directory }) => [
      PYTHON,
      writeIn(directory, 'app.py', djangoApp(recipe ?? '')),
      'runserver',
      '--noreload',
      `127.0.0.1:${port}`,
    ],
  },
  {
    id: 'php',
    version: phpVersion,
    command: ({ recipe, port, directory }) => ['php', '-S', `127.0.0.1:${port}`, writeIn(directory, 'app.php', phpApp(recipe ?? ''))],
  },
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
