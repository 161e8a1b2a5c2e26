/** English: the page that asks for access to web sites. */
export const access = {
  title: 'CORS DevTools: access to web sites',
  ask: 'Let CORS DevTools see requests',
  why: 'To tell why a request was blocked, it has to see the requests that a page makes, and their headers.',
  where: 'It looks only at tabs whose developer tools are open. Nothing leaves this computer.',
  grant: 'Allow access to web sites…',
  refused: 'Access was not allowed. You can press the button again at any time.',
  done: 'CORS DevTools can see requests now',
  next: 'What to do next:',
  close: 'Close this page.',
  back: 'Go back to the page that you inspect, and reload it.',
  choose: 'Choose a blocked request in the CORS tab of its developer tools.',
};
