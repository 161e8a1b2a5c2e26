/** Applications of what Debian packages, as they are set up wrongly. */
import { phpVersion } from '../php.ts';
import { PYTHON, pythonVersion } from '../python.ts';
import { type Setup, writeIn } from '../under-test.ts';
import { type BrokenServer, GET, PUT } from './broken-server.ts';

const flaskApp = ({ port }: Setup): string => `from flask import Flask
app = Flask(__name__)

@app.get("/broken")
def broken():
    raise RuntimeError("broken")

@app.put("/data")
def data():
    return {"ok": True}

@app.get("/folder/")
def folder():
    return {"ok": True}

app.run("127.0.0.1", ${port})
`;

/** The preflight is answered well; then a notice goes out before the headers. */
const phpApp = `<?php
ini_set('output_buffering', '0');
while (ob_get_level() > 0) ob_end_flush();
if ($_SERVER['REQUEST_METHOD'] === 'OPTIONS') {
    header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']);
    header('Access-Control-Allow-Methods: PUT');
    http_response_code(204);
    exit;
}
var_dump($_SERVER['REQUEST_URI']);
flush();
header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']);
echo '{"ok":true}';
`;

export const flask: BrokenServer = {
  id: 'flask',
  version: pythonVersion('Flask', 'flask'),
  command: setup => [PYTHON, writeIn(setup.directory, 'app.py', flaskApp(setup))],
  cases: [
    { cause: 'server-error', ...GET, path: '/broken' },
    { cause: 'options-answered-by-framework', ...PUT, path: '/data' },
    { cause: 'redirect-trailing-slash', ...GET, path: '/folder' },
  ],
};

export const php: BrokenServer = {
  id: 'php',
  version: phpVersion,
  command: ({ port, directory }) => ['php', '-S', `127.0.0.1:${port}`, writeIn(directory, 'app.php', phpApp)],
  cases: [{ cause: 'output-before-headers', ...PUT, path: '/data' }],
};
