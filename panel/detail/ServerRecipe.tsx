import type { Exchange } from '../../src/model.ts';
import { RECIPES, recipeOf } from '../../src/recipes/index.ts';
import type { Policy } from '../../src/recipes/policy.ts';
import { PROVEN_ON } from '../../src/recipes/proven.ts';
import { recognise } from '../../src/recipes/recognise.ts';
import { recipeWords } from '../later-words.ts';
import { recipeChoices } from '../state/chosen-recipes.ts';
import { ServerChoice } from './ServerChoice.tsx';
import { Snippet, Standing } from './Snippet.tsx';

interface ServerRecipeProps {
  readonly exchange: Exchange;
  readonly hop: number;
  readonly server: string;
  /** What the server is called in a heading. */
  readonly host: string;
  readonly policy: Policy;
}

/** What one server has to allow, as its own configuration. */
export function ServerRecipe({ exchange, hop, server, host, policy }: ServerRecipeProps) {
  const recognised = recipeOf(recognise(exchange, hop));
  const recipe = recipeChoices.of(server, recognised);
  return (
    <>
      <ServerChoice
        title={recipeWords.title(host)}
        none={recipeWords.none}
        all={RECIPES}
        chosen={recipe}
        choose={id => recipeChoices.choose(server, id)}
      />
      {recipe === null ? null : (
        <>
          {recipe === recognised ? <p class="aside">{recipeWords.recognised(recipe.name)}</p> : null}
          <Snippet name={recipe.name} text={recipe.render(policy, recipeWords.comments)} />
          {(recipe.notes?.(policy, recipeWords.comments) ?? []).map(note => (
            <p key={note} class="aside">
              {note}
            </p>
          ))}
          <Standing says={recipe.family === 'platform' ? recipeWords.wholeOfPlatform : recipeWords.whole} provenOn={PROVEN_ON[recipe.id]} />
        </>
      )}
    </>
  );
}
