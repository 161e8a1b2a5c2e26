/** Where a preflight was redirected from and to: shared by the causes that tell redirects apart. */
import type { Facts } from '../facts.ts';

/** null where no preflight was redirected, or not to a URL. */
export const redirectOf = ({ failures, hop }: Facts): { readonly from: URL; readonly to: URL } | null => {
  for (const failure of failures) {
    if (failure.code !== 'preflight-redirect' || failure.location === null) continue;
    try {
      const from = new URL(hop.url);
      return { from, to: new URL(failure.location, from) };
    } catch {
      return null;
    }
  }
  return null;
};
