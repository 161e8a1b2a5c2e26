/** The fix of a failure as its servers' own configuration, for what is handed on: only where it is known what they run. */
import type { Comments } from '../src/recipes/comments.ts';
import { type RecipeId, recipeOf } from '../src/recipes/index.ts';
import { PROVEN_ON } from '../src/recipes/proven.ts';
import { recognise } from '../src/recipes/recognise.ts';
import { policiesOf } from '../src/recipes/server-policies.ts';
import type { ConfigurationsOf } from '../src/report/build.ts';

/** @param chosenFor what the reader chose for the server of that origin */
export const configurationsIn =
  (comments: Comments, chosenFor: (server: string) => RecipeId | null): ConfigurationsOf =>
  ({ exchange, verdict, explanation: { fix } }) =>
    (fix === null ? [] : policiesOf(exchange, verdict, fix)).flatMap(({ server, hop, policy }) => {
      const recipe = recipeOf(chosenFor(server) ?? recognise(exchange, hop));
      if (recipe === null || policy === null) return [];
      const { origins, methods, headers, exposed } = policy;
      return [
        {
          server,
          name: recipe.name,
          provenOn: PROVEN_ON[recipe.id],
          text: recipe.render(policy, comments),
          quotes: [...origins, ...methods, ...headers, ...exposed],
          notes: recipe.notes?.(policy, comments) ?? [],
        },
      ];
    });
