/** English: settings of one vendor. */
import { isResumedUpload } from '../../../causes/google-storage-bucket.ts';
import { isBehindNetwork } from '../../../causes/s3-bucket.ts';
import { short } from '../../text.ts';
import type { KindWords } from '../../words.ts';

export const platformCauses: KindWords<'platform'> = {
  's3-bucket': {
    title: 'The bucket’s CORS configuration',
    is: facts =>
      `Amazon S3 answers so where the bucket has no CORS configuration, or none that lists ${short(facts.page)} with this method and these headers. Without it no policy of the bucket helps.${isBehindNetwork(facts) ? ' The network before it has to hand Origin on as well (in CloudFront, by the origin request policy CORS-S3Origin).' : ''} An expired signature answers 403 too.`,
    shows: 'The bucket’s permissions have no CORS rule for this page; a refusal’s body begins with CORSResponse.',
  },
  'r2-bucket': {
    title: 'The bucket’s CORS policy',
    is: ({ page }) =>
      `Cloudflare R2 sends these headers only if the bucket has a CORS policy that lists ${short(page)}, without a slash behind it, with this method and, by its name, each header that the page sends. An expired signature answers 403 too.`,
    shows: 'The bucket’s settings have no CORS policy, or one that lacks one of them.',
  },
  'google-storage-bucket': {
    title: 'The bucket’s CORS configuration',
    is: facts =>
      isResumedUpload(facts)
        ? `In a resumable upload, Google Cloud Storage allows the origin that opened the session. Let whoever opens it, such as your own server, send Origin: ${short(facts.page)} with that request (the option origin in Google’s libraries).`
        : `Google Cloud Storage sends these headers only if the bucket has a CORS configuration that lists ${short(facts.page)} with this method. Its responseHeader is also the list of the headers that may be sent.`,
    shows: 'gcloud storage buckets describe prints no cors_config for the bucket.',
  },
  'azure-storage': {
    title: 'The storage account’s CORS rules',
    is: ({ page }) =>
      `Azure Storage refuses where no CORS rule of this service (blob, file, queue and table have one list each) names ${short(page)} with this method and these headers.`,
    shows: 'The rules under Resource sharing (CORS) lack one of them.',
  },
  'azure-app-service': {
    title: 'The platform’s list of origins comes first',
    is: ({ page }) =>
      `Azure App Service and Functions answer preflights by the list under API › CORS, and ignore what the code says as soon as that list has an entry. Put ${short(page)} there, or empty the list and leave it to the code.`,
    shows: 'The list under API › CORS has entries, and not this one.',
  },
  'keycloak-web-origins': {
    title: 'The client’s web origins',
    is: ({ page }) =>
      `Keycloak sends these headers only if ${short(page)} is among the Web origins of the client that asks (“+” takes those of its redirect addresses). Errors, and clients that it does not know, get none.`,
    shows: 'The client’s settings lack this origin, or the answer is an error about the client.',
  },
  'tunnel-warning': {
    title: 'The tunnel’s warning page',
    is: () =>
      'ngrok shows a page that warns of free tunnels, and it came in the place of the server’s answer. Let the page send the header ngrok-skip-browser-warning, with any value, and the server allow that header; or take a tunnel without that page.',
    shows: null,
  },
  'apps-script': {
    title: 'Apps Script answers no preflight',
    is: () =>
      'Google Apps Script answers GET and POST alone. Ask so that no preflight is needed: with one of these two, a Content-Type of text/plain, and no header of your own. The script can read JSON from such a body, too.',
    shows: 'The script has doGet and doPost, and the page sends JSON or a header of its own.',
  },
  'supabase-function': {
    title: 'The edge function does not answer OPTIONS',
    is: ({ answer }) =>
      answer?.status === 404
        ? 'There is no such function: deploy it, and check its name. Then let it answer OPTIONS.'
        : 'A Supabase edge function has to answer OPTIONS itself, before it reads the body or the user, and has to put the headers on every answer, errors too. If the function checks tokens, the preflight must pass without one.',
    shows: 'The function’s log has the OPTIONS request and an error, or the function is not deployed.',
  },
};
