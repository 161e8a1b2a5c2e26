/** A bucket's CORS configuration: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html */
import { jsonObject } from './json.ts';
import { MAX_AGE, type Policy } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { knownMethods, unknownMethods } from './text.ts';

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'];
/** S3 takes no "*" here. */
const exposedOf = ({ exposed }: Policy): readonly string[] => exposed.filter(name => name !== '*');

export const amazonS3 = {
  id: 'amazon-s3',
  name: 'Amazon S3',
  family: 'platform',
  render: policy => {
    const rule = jsonObject(
      {
        AllowedOrigins: policy.origins,
        AllowedMethods: knownMethods(policy, METHODS),
        AllowedHeaders: policy.headers,
        ExposeHeaders: exposedOf(policy),
        MaxAgeSeconds: MAX_AGE,
      },
      '    ',
    );
    return `{\n  "CORSRules": [\n    ${rule}\n  ]\n}`;
  },
  notes: (policy, comments) => [
    comments.apply('aws s3api put-bucket-cors --bucket BUCKET --cors-configuration file://cors.json'),
    comments.consoleTakesRules,
    comments.credentialsUnasked('S3'),
    ...unknownMethods(policy, METHODS, comments),
  ],
} as const satisfies Recipe;
