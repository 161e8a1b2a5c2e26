/** Programs in Go and applications in Java, as they are set up wrongly. */
import { built, rsCorsVersion } from '../go.ts';
import { startTomcat, tomcatVersion } from '../java.ts';
import type { Setup } from '../under-test.ts';
import { type BrokenServer, GET, PUT } from './broken-server.ts';

/** rs/cors with what it allows by itself, and with a list that lacks the page. */
const goProgram = ({ port }: Setup): string => `package main

import "log"
import "net/http"
import "github.com/rs/cors"

func main() {
	fine := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte("fine"))
	})
	listed := cors.New(cors.Options{AllowedOrigins: []string{"https://shop.example"}, AllowedMethods: []string{"GET", "PUT"}})
	mux := http.NewServeMux()
	mux.Handle("/default", cors.Default().Handler(fine))
	mux.Handle("/listed", listed.Handler(fine))
	mux.Handle("/folder/", fine)
	mux.Handle("/twice", cors.AllowAll().Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Access-Control-Allow-Origin", "*")
	})))
	mux.Handle("/panics", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		panic(http.ErrAbortHandler)
	}))
	log.Fatal(http.ListenAndServe("127.0.0.1:${port}", mux))
}
`;

export const rsCors: BrokenServer = {
  id: 'rs-cors',
  version: rsCorsVersion,
  command: setup => built(setup, goProgram(setup)),
  cases: [
    { cause: 'silent-refusal', ...PUT, path: '/default' },
    { cause: 'silent-refusal', ...PUT, path: '/listed' },
    { cause: 'redirect-trailing-slash', ...GET, path: '/folder' },
    { cause: 'added-twice', ...GET, path: '/twice' },
    { cause: 'wrong-address', ...GET, path: '/nothing' },
    { cause: 'connection-cut', ...GET, path: '/panics' },
  ],
};

const FILTER = `
  <filter>
    <filter-name>CORS</filter-name><filter-class>org.apache.catalina.filters.CorsFilter</filter-class>
    <init-param><param-name>cors.allowed.origins</param-name><param-value>https://shop.example</param-value></init-param>
  </filter>
  <filter-mapping><filter-name>CORS</filter-name><url-pattern>/data</url-pattern></filter-mapping>`;

export const tomcat: BrokenServer = {
  id: 'tomcat',
  version: tomcatVersion,
  command: setup => startTomcat(setup, FILTER, '', '/fail'),
  cases: [
    { cause: 'preflight-forbidden', ...PUT, path: '/data' },
    { cause: 'request-forbidden', ...GET, path: '/data' },
    { cause: 'auth-before-cors', ...PUT, path: '/fail' },
    { cause: 'wrong-address', ...GET, path: '/nothing' },
  ],
};
