/** German quotation marks. */
import { quoting } from '../text.ts';

export const quoted = quoting('„', '“');
