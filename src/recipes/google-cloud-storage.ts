/** A bucket's CORS configuration: https://cloud.google.com/storage/docs/cors-configurations */
import { jsonObject } from './json.ts';
import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { methodsOf } from './text.ts';

export const googleCloudStorage = {
  id: 'google-cloud-storage',
  name: 'Google Cloud Storage',
  family: 'platform',
  render: policy => {
    const rule = jsonObject(
      {
        origin: policy.origins,
        method: methodsOf(policy),
        responseHeader: [...new Set([...policy.headers, ...policy.exposed])],
        maxAgeSeconds: MAX_AGE,
      },
      '  ',
    );
    return `[\n  ${rule}\n]`;
  },
  notes: (policy, comments) => [
    comments.apply('gcloud storage buckets update gs://BUCKET --cors-file=cors.json'),
    comments.storageHeaders,
    ...(policy.credentials ? [comments.noCredentials] : []),
  ],
} as const satisfies Recipe;
