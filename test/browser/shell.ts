/** The `curl` lines of a report in a real shell. */
import { spawnSync } from 'node:child_process';

/** Its arguments, each ended by a NUL. */
const PRINTING_CURL = `curl() { printf '%s\\0' "$@"; }`;

export interface CurlCall {
  readonly urls: readonly string[];
  /** What each -H says. */
  readonly headers: readonly string[];
}

/** Without a PATH: a line that calls anything but curl fails. */
const bash = (...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync('/bin/bash', ['--norc', '--noprofile', ...args], { cwd: '/', env: { PATH: '' }, encoding: 'utf8' });
  if (status !== 0 || stderr !== '') throw new Error(`bash ended with ${status}: ${stderr}`);
  return stdout;
};

/** What curl is called with, where the line is a command of its own and nothing else. Throws where bash has anything to say of it. */
export const runCurl = (line: string): CurlCall => {
  bash('-n', '-c', line);
  const args = bash('-c', `${PRINTING_CURL}; ${line}`).split('\0').slice(0, -1);
  const urls: string[] = [];
  const headers: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const [argument = '', value = ''] = args.slice(index);
    const takesValue = ['-X', '-H', '--url'].includes(argument);
    if (argument === '-H') headers.push(value);
    else if (argument === '--url') urls.push(value);
    else if (!takesValue && !['-i', '-g', '-I'].includes(argument)) urls.push(argument);
    if (takesValue) index += 1;
  }
  return { urls, headers };
};

/** The commands in a Markdown report. */
export const curlLines = (markdown: string): readonly string[] => markdown.split('\n').filter(line => line.startsWith('curl -'));
