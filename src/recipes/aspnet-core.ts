import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { doubleQuoted, lines, methodsOf } from './text.ts';

export const aspnetCore = {
  id: 'aspnet-core',
  name: 'ASP.NET Core',
  family: 'dotnet',
  render: (policy, comments) =>
    lines(
      `// ${comments.aspnetServices}`,
      'builder.Services.AddCors(options => options.AddPolicy("pages", policy => policy',
      `    .WithOrigins(${doubleQuoted(policy.origins)})`,
      `    .WithMethods(${doubleQuoted(methodsOf(policy))})`,
      policy.headers.length > 0 && `    .WithHeaders(${doubleQuoted(policy.headers)})`,
      policy.exposed.length > 0 && `    .WithExposedHeaders(${doubleQuoted(policy.exposed)})`,
      policy.credentials && '    .AllowCredentials()',
      `    .SetPreflightMaxAge(TimeSpan.FromSeconds(${MAX_AGE}))));`,
      '',
      `// ${comments.aspnetSignIn}`,
      `// ${comments.aspnetErrors}`,
      'app.Use((context, next) =>',
      '{',
      '    context.Response.OnStarting(() =>',
      '    {',
      '        context.Response.Headers.Append("Vary", "Origin");',
      '        return Task.CompletedTask;',
      '    });',
      '    return next(context);',
      '});',
      'app.UseCors("pages");',
    ),
} as const satisfies Recipe;
