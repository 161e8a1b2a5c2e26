/** English: causes of errors that have lost their headers. */
import { addedTo, allowedElsewhere } from '../../../causes/allowed-elsewhere.ts';
import { isPreflightAllowed } from '../../../causes/caches.ts';
import { field, MISSING_ROUTE } from '../../../causes/signs.ts';
import { clip, enumerate, short } from '../../text.ts';
import type { KindWords } from '../../words.ts';
import { isHeld } from './held.ts';

export const errorCauses: KindWords<'error'> = {
  'body-too-large': {
    title: 'The request is too large',
    is: () =>
      'The server, or a proxy before it, takes no request of this size (413), and its refusal has no CORS headers. Raise the limit (client_max_body_size in nginx, post_max_size in PHP, the body parser’s limit in Node.js) or send less.',
    shows: null,
  },
  'too-many-requests': {
    title: 'Asked too often',
    is: ({ failure }) =>
      `The server refuses because it was asked too often (429)${
        failure.stage !== 'preflight' ? ', and its refusal has no CORS headers, so the page cannot see when to try again' : ''
      }. Ask less often, and let the limit come after CORS.`,
    shows: null,
  },
  'output-before-headers': {
    title: 'PHP printed something before the headers',
    is: () =>
      'Once PHP has printed anything, such as a warning, var_dump or a blank line before <?php, it sets no more headers. The answer’s body begins with what was printed: remove it.',
    shows: 'PHP’s log says “headers already sent”.',
  },
  'nginx-not-always': {
    title: 'nginx leaves the headers out of errors',
    is: facts =>
      `${isHeld(allowedElsewhere(facts))} nginx puts what add_header adds on good answers only. Write always at the end of each add_header line.`,
    shows: 'The lines that add the header are in nginx’s configuration and lack always.',
  },
  'nginx-inheritance': {
    title: 'An nginx location without the headers around it',
    is: facts => {
      const other = allowedElsewhere(facts);
      const added = other === null ? [] : addedTo(facts, other.answer);
      const instead = added.length === 0 ? '' : ` This one has ${enumerate(added, 'and', count => `${count} more`)} instead.`;
      return `${isHeld(other)}${instead} A location of nginx with an add_header of its own has none of those around it: repeat the CORS lines there, or include them from a file.`;
    },
    shows: 'The location’s block has an add_header line, and those of CORS stand outside of it.',
  },
  'api-gateway-error': {
    title: 'The gateway’s own error',
    is: facts =>
      MISSING_ROUTE.test(field(facts, 'x-amzn-errortype'))
        ? 'The API gateway has no such path or method. Check the path, with its stage, and deploy the stage. Its own errors lack the headers: give its default answers for 4xx and 5xx the headers, too.'
        : 'The API gateway answered with an error of its own, and the headers of the function behind it are missing. Give the gateway’s default answers for 4xx and 5xx the headers too, and mend the error.',
    shows: 'The function’s log has no such request, or has an error without an answer.',
  },
  'not-signed-in': {
    title: 'Nobody is signed in',
    is: () =>
      'The server asks for a sign-in (401), and the request carries neither a cookie nor a token. Sign in, or send the token; cookies go along only with credentials: "include" and SameSite=None; Secure. The refusal needs the CORS headers too, or the page cannot see it.',
    shows: 'The same request with a valid sign-in succeeds.',
  },
  'sign-in-refused': {
    title: 'The sign-in is not accepted',
    is: ({ answer }) =>
      `The server does not accept the sign-in that the request carries (${answer?.status ?? 401}): it may have expired, or lack the right. The refusal has no CORS headers, so the page cannot see it: it needs them too.`,
    shows: 'The same request with a new sign-in succeeds.',
  },
  'request-forbidden': {
    title: 'The server forbids the request',
    is: facts =>
      isPreflightAllowed(facts)
        ? 'The server refuses the request (403), although its answer to the preflight allows the page. A firewall, a check against forged requests (CSRF) or a lack of rights answers so. The refusal has no CORS headers, so the page cannot see it: it needs them too.'
        : `The server refuses the request (403), and the refusal has no CORS headers. Some frameworks answer so to an origin that is not on their list: put ${short(facts.page)} there. A check against forged requests (CSRF) or a lack of rights answers so, too.`,
    shows: 'The server’s log says why it refuses. If curl is answered well without Origin, it is the list.',
  },
  'wrong-address': {
    title: 'There is nothing at this address',
    is: ({ failure }) =>
      failure.stage === 'preflight'
        ? 'The server finds nothing at this address (404). Check the path for a typing error, a missing prefix such as /api, or a version.'
        : 'The server finds nothing at this address (404), and its error page has no CORS headers. Check the path for a typing error, a missing prefix such as /api, or a version.',
    shows: 'Opened in a tab of its own, or asked for with curl, the address is not found either.',
  },
  'method-not-offered': {
    title: 'The address does not take this method',
    is: ({ method }) =>
      `The server answers ${clip(method, 24)} at this address with 405, and without CORS headers. Check the method, and the path: another one may take it.`,
    shows: 'The server’s answer names in Allow what it takes here.',
  },
  'gateway-error': {
    title: 'A gateway answered for the application',
    is: ({ answer, failure }) =>
      `A proxy or gateway answered with ${answer?.status ?? 'an error'} in the place of the application${
        failure.stage !== 'preflight' ? ', so the application’s headers are missing' : ''
      }. See why it could not reach the application.`,
    shows: 'The application’s own log does not have this request.',
  },
  'errors-lose-headers': {
    title: 'Errors lack what good answers have',
    is: facts =>
      `${isHeld(allowedElsewhere(facts))} This error does not. What makes the errors runs outside of what adds the headers: let CORS be the outermost layer.`,
    shows: 'Every other error of this server lacks the header too.',
  },
  'server-error': {
    title: 'The application failed',
    is: ({ answer, failure }) =>
      failure.stage !== 'preflight'
        ? `The application failed (${answer?.status ?? 'an error'})${answer?.status === 503 ? ', or is closed for maintenance' : ''}, and its error answer lacks the CORS headers that its good answers may have. Mend the error first; then let error answers carry the headers too.`
        : `The application failed (${answer?.status ?? 'an error'}) when it was asked for permission. Its log should say why.`,
    shows: 'The application’s log has an error of this moment.',
  },
  'origin-check-throws': {
    title: 'The check of the origin throws an error',
    is: () =>
      'A function that decides on origins hands an error on, as in “callback(new Error("Not allowed by CORS"))”, and Express makes a 500 of it. Let it answer “callback(null, false)”, and put the page’s origin on its list.',
    shows: 'The server’s log, or the answer’s body, has that error’s text.',
  },
  'only-preflight-allowed': {
    title: 'Only the preflight is allowed',
    is: () =>
      'The server’s answer to the preflight allows the page, and its answer to the request itself has no such header. Browsers want it on both: let the same code add it to every answer, not to OPTIONS alone.',
    shows: 'Only the route or the rule for OPTIONS sets the header.',
  },
  'error-without-headers': {
    title: 'An error that lets no page in',
    is: ({ answer, failure }) =>
      failure.stage !== 'preflight'
        ? `The server answered with an error (${answer?.status ?? 'no success'}) that carries no CORS headers, so the page cannot even see which error it is. Error answers need the headers too.`
        : `The server answered the preflight with an error (${answer?.status ?? 'no success'}), and then no header counts. Let whatever knows of CORS answer OPTIONS, with 204.`,
    shows: 'The server’s log has an error of this moment.',
  },
};
