/** The platform's own CORS: https://learn.microsoft.com/azure/app-service/app-service-web-tutorial-rest-api */
import { jsonObject } from './json.ts';
import type { Recipe } from './recipe.ts';
import { joined } from './text.ts';

export const azureAppService = {
  id: 'azure-app-service',
  name: 'Azure App Service, Azure Functions',
  family: 'platform',
  render: policy => {
    const cors = jsonObject({ allowedOrigins: policy.origins, supportCredentials: policy.credentials || null }, '  ');
    return `{\n  "cors": ${cors}\n}`;
  },
  notes: (policy, comments) => [
    comments.apply('az webapp config set --resource-group GROUP --name APP --generic-configurations "@cors.json"'),
    comments.appService,
    comments.codeIsIgnored('App Service'),
    ...(policy.exposed.length > 0 ? [comments.exposesNothing(joined(policy.exposed))] : []),
  ],
} as const satisfies Recipe;
