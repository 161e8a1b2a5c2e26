/** The page that asks for access to all sites: a DevTools page may not ask in every browser. */
import { hasHostAccess, requestHostAccess } from '../src/browser.ts';

const button = document.getElementById('grant');
const outcome = document.getElementById('outcome');

const show = (granted: boolean, asked: boolean): void => {
  if (outcome === null) return;
  if (granted) outcome.textContent = 'Access is allowed. Close this page, and reload the page that you inspect.';
  else if (asked) outcome.textContent = 'Access was not allowed. You can press the button again at any time.';
};

show(await hasHostAccess(), false);
button?.addEventListener('click', () => {
  void requestHostAccess().then(granted => show(granted, true));
});
