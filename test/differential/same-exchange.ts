/** Whether two engines had the same exchange: what they remember, and how often they ask, may differ. */
import type { Exchange, Header, Hop, PreflightSeen, ResponseSeen } from '../../src/model.ts';

const isCorsLine = ({ name }: Header): boolean => /^access-control-(?:allow|max)|^location$/i.test(name);

/** Ports are the machine's own, and so are the names of what is played. */
export const comparable = (text: string): string => text.replace(/:\d{4,5}(?!\d)/g, ':0').replace(/\/x\d+\//g, '/x/');

/** Firefox joins lines, and leaves out what is empty. */
const valuesOf = ({ headers }: ResponseSeen): string => {
  const values = new Map<string, string[]>();
  for (const { name, value } of headers.filter(isCorsLine)) {
    const own = values.get(name.toLowerCase()) ?? [];
    values.set(name.toLowerCase(), [
      ...own,
      ...comparable(value)
        .split(',')
        .map(item => item.trim()),
    ]);
  }
  return JSON.stringify([...values].sort());
};

/** Of what only one of the two was answered, nothing can be said. */
const isSameAnswer = (a: ResponseSeen | null, b: ResponseSeen | null): boolean =>
  a === null ||
  b === null ||
  a.status === 0 ||
  b.status === 0 ||
  (a.status === b.status && a.fromCache === b.fromCache && valuesOf(a) === valuesOf(b));

/** What is safelisted is not quite the same in both. */
const asks = (preflight: PreflightSeen | undefined): string =>
  JSON.stringify(
    (preflight?.requestHeaders ?? [])
      .filter(({ name }) => /^access-control-request-/i.test(name))
      .map(({ value }) => value.replace(/\s/g, ''))
      .sort(),
  );

const isSameHop = (a: Hop, b: Hop): boolean => {
  const [first, second] = [a.preflights.at(-1), b.preflights.at(-1)];
  const isAskedAlike = (first === undefined) === (second === undefined) && a.preflights.length === b.preflights.length;
  return (
    isAskedAlike &&
    comparable(a.url) === comparable(b.url) &&
    a.method === b.method &&
    asks(first) === asks(second) &&
    isSameAnswer(first?.response ?? null, second?.response ?? null) &&
    isSameAnswer(a.response, b.response)
  );
};

/** As far as both went. */
export const isSameExchange = (a: Exchange, b: Exchange): boolean =>
  a.hops.every((hop, index) => {
    const other = b.hops[index];
    return other === undefined || isSameHop(hop, other);
  });
