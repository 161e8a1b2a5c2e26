/** English: causes in what the page is, and in how it asks. */
import { short } from '../../text.ts';
import type { KindWords } from '../../words.ts';
import { quoted } from '../quoted.ts';

export const pageCauses: KindWords<'page'> = {
  'response-headers-in-request': {
    title: 'Headers that only servers send',
    is: () =>
      'The page sends a header that begins with Access-Control-. Those are for the server to answer with; in a request they do nothing but need a permission of their own. Delete them from the page’s code.',
    shows: null,
  },
  'lower-case-method': {
    title: 'The method is in lower case',
    is: ({ method }) =>
      `The page’s code writes the method as ${quoted(method)}. To a browser and a server that is another method than ${quoted(method.toUpperCase())}.`,
    shows: null,
  },
  'sandboxed-frame': {
    title: 'The frame’s sandbox takes the origin away',
    is: () =>
      'The request comes from a frame with a sandbox, or from one without an address of its own (data:), so no server can name who asks. Add allow-same-origin to the frame’s sandbox attribute if you trust what is in it, or let the page around it ask. Do not let the server allow “null”: every such frame of any site has it.',
    shows: 'The frame’s tag has the attribute sandbox, or its answer a Content-Security-Policy with sandbox.',
  },
  'local-file': {
    title: 'The page is a local file',
    is: () =>
      'A page that is opened from a file has no origin that a server could name. Serve its folder over http, even on your own computer. Do not let the server allow “null”: other pages have it too.',
    shows: 'The address bar begins with file:.',
  },
  'opaque-origin': {
    title: 'The page has no origin',
    is: () => 'The page has no origin of its own. That is so in a sandboxed frame, a file opened from disk or a data: address.',
    shows: 'The console of that page says “null” for origin.',
  },
  'tracing-headers': {
    title: 'A monitoring library adds headers',
    is: () =>
      'A monitoring library (such as Sentry, Datadog or Application Insights) adds tracing headers to the page’s requests. Its settings tell which servers get them.',
    shows: 'The header is gone once the library is switched off.',
  },
  'library-headers': {
    title: 'A library adds a header',
    is: () =>
      'Headers such as X-Requested-With or X-CSRF-Token are added by libraries to every request. This server need not know them: let the library send them to your own server only, or let this one allow them.',
    shows: 'The page’s own code does not name the header.',
  },
  'web-font': {
    title: 'Fonts always need CORS',
    is: ({ page }) =>
      `Browsers load web fonts with CORS, whatever the page’s code says. The server, or the storage that holds the font files, has to allow ${short(page)} on them, or everybody.`,
    shows: 'Other files from the same folder have no such header either.',
  },
  'image-with-crossorigin': {
    title: 'The image is asked for with CORS',
    is: () =>
      'An image is loaded with CORS where its tag has the attribute crossorigin, or where it is a mask or a shape. The server has to allow it. An image that is only shown needs no crossorigin; one that goes into a canvas to be read does.',
    shows: 'Without crossorigin the image is shown.',
  },
  'element-with-crossorigin': {
    title: 'The file is asked for with CORS',
    is: () =>
      'A file is loaded with CORS where its tag has the attribute crossorigin. Leave it out where the page only uses the file, or let the server allow it.',
    shows: 'Without crossorigin the file is loaded.',
  },
  'module-script': {
    title: 'Module scripts always need CORS',
    is: () =>
      'Browsers load <script type="module">, what modules import, and scripts with the attribute crossorigin with CORS. The server that holds them has to allow the page, or everybody.',
    shows: 'The tag has type="module" or crossorigin, or the line that asks is an import.',
  },
};
