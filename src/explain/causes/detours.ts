/** How sure a redirect that a page can spare is to be behind a failure: shared by the causes that tell such redirects apart. */
import type { Cause } from '../../model.ts';
import type { Facts } from '../facts.ts';

/** Where it hid who asks, the last server may refuse the page without it, too, unless it names the page. */
export const surenessOfDetour = ({ isTainted, failure, page }: Facts): Cause['confidence'] =>
  !isTainted || (failure.code === 'allow-origin-mismatch' && failure.value === page) ? 'certain' : 'likely';
