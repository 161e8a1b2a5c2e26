/** Programs in Go: they ask for a sign-in whatever the method, and know nothing of CORS. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { printed, SCRATCH, type ServerUnderTest, type Setup, SIGN_IN, writeIn } from './under-test.ts';

/** Debian's packages are a workspace of the time before modules. */
const ENVIRONMENT = { GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOCACHE: path.join(SCRATCH, 'go-build') };

const goVersion = (): string | null => {
  const version = /go([\d.]+)/.exec(printed('go', 'version') ?? '')?.[1];
  return version === undefined ? null : `Go ${version}`;
};

export const rsCorsVersion = (): string | null => {
  const go = goVersion();
  const library = printed('dpkg-query', '--show', '--showformat', `rs/cors \${source:Upstream-Version}`, 'golang-github-rs-cors-dev');
  return go === null || library === null ? null : `${go}, ${library}`;
};

/** A recipe is for two or three places: what it imports, what it declares, and where the program serves. */
const program = (recipe: string, port: number): string => {
  const imports = /^import .*$/m.exec(recipe)?.[0] ?? '';
  const rest = recipe.replace(imports, '').replace('":8080"', `"127.0.0.1:${port}"`);
  const declared = /^var [\s\S]*?^}\n\n(?=\/\/ )/m.exec(rest)?.[0] ?? '';
  const served = rest.replace(declared, '');
  return `package main

import "log"
import "net/http"
${imports}

${declared}

func signIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "${SIGN_IN}" {
			http.Error(w, "sign in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func main() {
	routes := http.NewServeMux()
	routes.HandleFunc("/data", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Write([]byte("{\\"ok\\":true}"))
	})
	routes.HandleFunc("/fail", func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "broken", http.StatusInternalServerError)
	})
	mux := signIn(routes)
	${served === '' ? `log.Fatal(http.ListenAndServe("127.0.0.1:${port}", mux))` : served}
}
`;
};

/** Compiled first: what `go run` starts does not end with it. */
export const built = ({ directory }: Setup, code: string): readonly [string] => {
  const source = writeIn(directory, 'main.go', code);
  const binary = path.join(directory, 'server');
  const { status, stderr } = spawnSync('go', ['build', '-o', binary, source], { env: { ...process.env, ...ENVIRONMENT }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`go build: ${stderr}`);
  return [binary];
};

const compiled = (setup: Setup): readonly [string] => built(setup, program(setup.recipe ?? '', setup.port));

export const GO_SERVERS: readonly ServerUnderTest[] = [
  { id: 'go-http', version: goVersion, command: compiled },
  { id: 'rs-cors', version: rsCorsVersion, command: compiled },
];
