/** Applications of Python frameworks: they ask for a sign-in whatever the method, and know nothing of CORS. */
import { printed, type ServerUnderTest, SIGN_IN, writeIn } from './under-test.ts';

/** Debian's own, which has Debian's modules, whatever else is on the PATH. */
export const PYTHON = '/usr/bin/python3';

const VERSIONS = 'from importlib.metadata import version';
/** Of one of Debian's packages for Python. */
export const pythonVersion = (name: string, module: string) => (): string | null =>
  printed(PYTHON, '-c', `${VERSIONS}; print("${name}", version("${module}"))`);

const ROUTES = `@app.put("/data")
def data():
    return {"ok": True}

@app.put("/fail")
def fail():
    raise RuntimeError("broken")
`;

const flaskApp = (recipe: string, port: number): string => `from flask import Flask, abort, request
app = Flask(__name__)

${recipe}

@app.before_request
def sign_in():
    if request.headers.get("Authorization") != "${SIGN_IN}":
        abort(401)

${ROUTES}
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

const fastapiApp = (recipe: string): string => `from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
app = FastAPI()

@app.middleware("http")
async def sign_in(request: Request, call_next):
    if request.headers.get("Authorization") != "${SIGN_IN}":
        return JSONResponse({"ok": False}, status_code=401)
    return await call_next(request)

${ROUTES}
${recipe}
`;

export const djangoVersion = (): string | null =>
  printed(PYTHON, '-c', `${VERSIONS}; print("Django", version("django") + ", django-cors-headers", version("django-cors-headers"))`);
export const fastapiVersion = (): string | null =>
  printed(PYTHON, '-c', `${VERSIONS}; print("FastAPI", version("fastapi") + ", Uvicorn", version("uvicorn"))`);

export const PYTHON_SERVERS: readonly ServerUnderTest[] = [
  {
    id: 'flask',
    version: () => printed(PYTHON, '-c', `${VERSIONS}; print("Flask", version("flask") + ", flask-cors", version("flask-cors"))`),
    command: ({ recipe, port, directory }) => [PYTHON, writeIn(directory, 'app.py', flaskApp(recipe ?? '', port))],
  },
  {
    id: 'django',
    version: djangoVersion,
    command: ({ recipe, port, directory }) => [
      PYTHON,
      writeIn(directory, 'app.py', djangoApp(recipe ?? '')),
      'runserver',
      '--noreload',
      `127.0.0.1:${port}`,
    ],
  },
  {
    id: 'fastapi',
    version: fastapiVersion,
    command: ({ recipe, port, directory }) => {
      writeIn(directory, 'main.py', fastapiApp(recipe ?? ''));
      return [PYTHON, '-m', 'uvicorn', '--port', String(port), 'main:app'];
    },
  },
];
