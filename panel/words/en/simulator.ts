/** English: what other answers would have done. */
import type { LineFault } from '../../simulator/drafts.ts';
import { plural } from './numbers.ts';

export const simulatorWords = {
  title: 'What if…',
  hint: 'Change the server’s answers, and see what each browser would make of them. Nothing is sent.',
  passes: 'With these answers your page can read what it asked for.',
  more: (count: number) => `${plural(count, 'more rule is', 'more rules are')} broken after that.`,
  putFix: 'Put the fix in',
  putBack: 'Put everything back',
  withCredentials: 'The page asks with credentials',
  credentialsUnknown: '(which cannot be seen here)',
  unseen: 'No answer was seen here. It is taken to be an empty one until you change it.',
  status: 'Status',
  statusFault: (status: number) => `A status is a number from 200 to 599. Judged with ${status}.`,
  lineName: 'Header name',
  lineValue: (name: string) => `Value of ${name === '' ? 'the new header' : name}`,
  removeLine: (name: string) => `Remove ${name === '' ? 'the new header' : name}`,
  addLine: 'Add a header',
  otherLines: (count: number) => `${plural(count, 'header', 'headers')} that CORS does not look at`,
  asItIs: 'Written out:',
  faults: {
    'no-name': 'This line needs a name. It is left out until then.',
    name: 'No header can be named so: only letters, digits and signs such as “-” and “_”, no spaces. It is left out.',
    value: 'No header can hold this: a line break, or a character that is no single byte, such as a typographic quotation mark. It is left out.',
  } satisfies Record<LineFault, string>,
};
