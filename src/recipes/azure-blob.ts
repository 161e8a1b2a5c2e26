/** A rule of a storage account: https://learn.microsoft.com/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services */
import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { knownMethods, lines, unknownMethods } from './text.ts';

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'MERGE'];

/** For a shell: brackets and stars mean something there. */
const listed = (items: readonly string[]): string => items.map(item => (/^[\w:/.-]+$/.test(item) ? item : `'${item}'`)).join(' ');

export const azureBlob = {
  id: 'azure-blob',
  name: 'Azure Blob Storage',
  family: 'platform',
  render: (policy, comments) =>
    lines(
      `# ${comments.azureBlob}`,
      ...unknownMethods(policy, METHODS, comments).map(note => `# ${note}`),
      `# ${comments.credentialsUnasked('Azure Storage')}`,
      'az storage cors add --account-name ACCOUNT --services b \\',
      `  --origins ${listed(policy.origins)} \\`,
      `  --methods ${listed(knownMethods(policy, METHODS))} \\`,
      policy.headers.length > 0 && `  --allowed-headers ${listed(policy.headers)} \\`,
      policy.exposed.length > 0 && `  --exposed-headers ${listed(policy.exposed)} \\`,
      `  --max-age ${MAX_AGE}`,
    ),
} as const satisfies Recipe;
