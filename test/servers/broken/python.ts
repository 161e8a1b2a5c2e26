/** Applications of Django and FastAPI, as they are set up wrongly. */

import { djangoVersion, fastapiVersion, PYTHON } from '../python.ts';
import { type Setup, writeIn } from '../under-test.ts';
import { type BrokenServer, GET, PUT } from './broken-server.ts';

/** django-cors-headers is there, with a list that lacks the page, and comes after the check of the sign-in. */
const djangoApp = `import sys
from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import HttpResponse, JsonResponse
from django.urls import path
from django.views import View
from django.views.decorators.http import require_GET

def sign_in(get_response):
    def middleware(request):
        if request.path == "/private":
            return HttpResponse(status=401)
        return get_response(request)
    return middleware

class Data(View):
    def get(self, request):
        return JsonResponse({"ok": True})
    def put(self, request):
        return JsonResponse({"ok": True})

@require_GET
def read(request):
    return JsonResponse({"ok": True})

urlpatterns = [path("data", Data.as_view()), path("read", read), path("folder/", read), path("private", read), path("api/data", read)]
settings.configure(
    ROOT_URLCONF="__main__",
    SECRET_KEY="none",
    ALLOWED_HOSTS=["*"],
    INSTALLED_APPS=["corsheaders"],
    MIDDLEWARE=["__main__.sign_in", "corsheaders.middleware.CorsMiddleware", "django.middleware.common.CommonMiddleware"],
    CORS_ALLOWED_ORIGINS=["https://shop.example"],
    CORS_URLS_REGEX=r"^/api/.*$",
)
execute_from_command_line(sys.argv)
`;

export const django: BrokenServer = {
  id: 'django',
  version: djangoVersion,
  command: ({ port, directory }) => [PYTHON, writeIn(directory, 'app.py', djangoApp), 'runserver', '--noreload', `127.0.0.1:${port}`],
  cases: [
    { cause: 'auth-before-cors', ...PUT, path: '/private' },
    { cause: 'silent-refusal', ...PUT, path: '/api/data' },
    { cause: 'options-answered-by-framework', ...PUT, path: '/data' },
    { cause: 'no-options-route', ...PUT, path: '/read' },
    { cause: 'redirect-trailing-slash', ...GET, path: '/folder' },
  ],
};

/** By host: an application without CORS, and some with Starlette's middleware. */
const fastapiApp = `from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from starlette.applications import Starlette
from starlette.routing import Host

def application(**settings):
    app = FastAPI()
    if settings:
        app.add_middleware(CORSMiddleware, **settings)
    @app.get("/data")
    @app.put("/data")
    def data():
        return {"ok": True}
    @app.get("/folder/")
    def folder():
        return {"ok": True}
    @app.get("/broken")
    def broken():
        raise RuntimeError("broken")
    return app

app = Starlette(routes=[
    Host("plain.localhost", application()),
    Host("listed.localhost", application(allow_origins=["https://shop.example"], allow_methods=["*"])),
    Host("any.localhost", application(allow_origins=["*"])),
    Host("{other}", application()),
])
`;

export const fastapi: BrokenServer = {
  id: 'fastapi',
  version: fastapiVersion,
  command: ({ port, directory }: Setup) => {
    writeIn(directory, 'main.py', fastapiApp);
    return [PYTHON, '-m', 'uvicorn', '--port', String(port), 'main:app'];
  },
  cases: [
    { cause: 'no-options-route', host: 'plain', path: '/data', method: 'PUT' },
    { cause: 'redirect-trailing-slash', host: 'plain', path: '/folder' },
    { cause: 'server-error', host: 'plain', path: '/broken' },
    { cause: 'preflight-rejected', host: 'listed', path: '/data', method: 'PUT' },
    { cause: 'preflight-rejected', host: 'any', path: '/data', method: 'PUT' },
    { cause: 'any-origin-with-credentials', host: 'any', path: '/data', credentials: 'include' },
    { cause: 'errors-lose-headers', host: 'any', path: '/broken', before: [{ by: 'page', asked: { host: 'any', path: '/data' } }] },
  ],
};
