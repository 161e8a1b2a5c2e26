/** English: causes in what answers OPTIONS. */
import { isAmazonGateway } from '../../../causes/signs.ts';
import { enumerate, short } from '../../text.ts';
import type { KindWords } from '../../words.ts';
import { moreHeaders } from '../more-headers.ts';

export const preflightCauses: KindWords<'preflight'> = {
  'auth-before-cors': {
    title: 'The sign-in check comes before CORS',
    is: () =>
      'The server asks for a sign-in before it looks at the preflight, and a preflight never carries one. Let CORS be handled before the sign-in check, or exempt OPTIONS from it.',
    shows: 'The same OPTIONS request, sent by hand with a sign-in, is not refused.',
  },
  'client-certificate': {
    title: 'A client certificate is demanded',
    is: () =>
      'The server lets only browsers with a certificate of their own in, and a preflight never carries one; nor does a request without credentials. Make the certificate optional for OPTIONS, demand it of the other requests, and let the page ask with credentials: "include".',
    shows: 'The server’s log says that no client certificate was sent.',
  },
  'bot-challenge': {
    title: 'A firewall or bot check answers',
    is: () =>
      'A firewall before the server takes the request for a robot’s, and answers in its place. Let it pass OPTIONS, and requests to this address, unchallenged.',
    shows: 'The firewall’s own log has the request, and the server’s has not.',
  },
  'cdn-forbids-options': {
    title: 'The content delivery network stops OPTIONS',
    is: () =>
      'The content delivery network forwards GET and HEAD only. Allow OPTIONS in its settings for this path, and let it forward Origin and the Access-Control-Request headers.',
    shows: 'The same OPTIONS request, sent to the server behind the network, is answered well.',
  },
  'iis-answers-options': {
    title: 'IIS answers OPTIONS by itself',
    is: () =>
      'A handler of IIS (OPTIONSVerbHandler, or WebDAV) answers before the application is asked. Remove it in web.config, or use the IIS CORS module.',
    shows: 'The application’s log has no OPTIONS request.',
  },
  'options-answered-by-framework': {
    title: 'The framework’s own answer to OPTIONS',
    is: () =>
      'The answer lists the methods of the address (Allow), as many frameworks do by themselves. Nothing that knows of CORS was asked: switch CORS on, and in front of the routes.',
    shows: 'The answer’s body is empty or lists the same methods, and the code has no CORS handler, or has it after the routes.',
  },
  'options-not-public': {
    title: 'The function is not there, or not public',
    is: () =>
      'Google’s front end answers in place of the function or service. Check that it is deployed in this region under this name, and that everybody may call it (“allow unauthenticated”): a preflight never carries a sign-in.',
    shows: 'The same OPTIONS request from a terminal gets the same page of Google’s.',
  },
  'gateway-checks-key': {
    title: 'The gateway asks for a key first',
    is: () =>
      'An API gateway asks for a key or a token before the service behind it is asked, and a preflight carries neither. Switch CORS on in the gateway itself, or exempt OPTIONS from its check.',
    shows: 'The log of the service behind the gateway has no OPTIONS request.',
  },
  'gateway-has-no-options': {
    title: 'The gateway has no OPTIONS at this address',
    is: facts =>
      !isAmazonGateway(facts)
        ? 'An API gateway answers only the paths and methods that it was given. Check the path; then switch CORS on for it in the gateway, or let it take OPTIONS without a sign-in.'
        : 'An API gateway answers only the paths and methods that it was given. Check the path, with its stage; then switch CORS on for this resource, which adds OPTIONS without a sign-in, and deploy the stage again: until then nothing changes.',
    shows: 'The gateway’s console lists no OPTIONS method for this resource, one with IAM as its sign-in, or a change that is not deployed.',
  },
  'preflight-forbidden': {
    title: 'Something forbids the preflight',
    is: ({ failure }) =>
      failure.code === 'preflight-status'
        ? 'The headers allow the page, but the preflight is forbidden (403), and then no header counts. What adds them is not what forbids: look for a rule that takes some methods only (LimitExcept, limit_except), a firewall or a sign-in check, and let it answer OPTIONS with 204.'
        : 'Something forbids the preflight (403). Some frameworks answer so to an origin, a method or a header that is not on their list; firewalls and sign-in checks answer so to OPTIONS. Look at the list first.',
    shows: 'The same OPTIONS request with an origin that the server knows is answered well: then it is the list.',
  },
  'preflight-rejected': {
    title: 'The preflight is called a bad request',
    is: ({ answer }) =>
      `The server answers the preflight with ${answer?.status ?? 400}. Starlette and FastAPI do so where the origin, the method or a header is not on their list; other code takes OPTIONS for the request itself, and misses its body. Read the answer’s body first.`,
    shows: 'The body begins with “Disallowed CORS”, and says what is not on the list.',
  },
  'no-options-route': {
    title: 'Nothing answers OPTIONS here',
    is: () => 'Nothing on the server answers OPTIONS at this address. Switch on CORS in its framework, or add a route that answers OPTIONS.',
    shows: 'A GET of the same address is answered.',
  },
  'silent-refusal': {
    title: 'A refusal without a word',
    is: ({ page, method, askedHeaders }) => {
      const asked = [`the origin ${short(page)}`, `the method ${short(method)}`, ...askedHeaders.map(name => `the header ${name}`)];
      return `The preflight succeeded, but without any permission. Some servers answer so when they refuse: see that they allow, at this address, ${enumerate(asked, 'and', moreHeaders, { max: 5, room: 60 })}. Others do not know CORS at all.`;
    },
    shows: 'The server’s settings or its log of CORS name what it refuses.',
  },
};
