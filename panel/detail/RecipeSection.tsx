import type { Fix } from '../../src/model.ts';
import { RECIPES, recipeOf } from '../../src/recipes/index.ts';
import { changedHop, policyOf } from '../../src/recipes/policy.ts';
import { PROVEN_ON } from '../../src/recipes/proven.ts';
import { recognise } from '../../src/recipes/recognise.ts';
import { originOf, shortOrigin } from '../format.ts';
import { recipeWords } from '../later-words.ts';
import type { Entry } from '../state/entry.ts';
import { bound } from '../text.ts';
import { createChoices } from './choices.ts';
import { ServerChoice } from './ServerChoice.tsx';
import { Snippet, Standing } from './Snippet.tsx';

const SHOWN_LENGTH = 100;

const choices = createChoices('recipe', recipeOf);

/** The fix in the words of the reader's own server. */
export function RecipeSection({ entry, fix }: { readonly entry: Entry; readonly fix: Fix }) {
  const policy = policyOf(entry.exchange, entry.verdict, fix);
  if (policy === null) return null;
  const hop = changedHop(fix);
  const server = originOf(fix.requests[hop]?.url ?? '');
  const recognised = recipeOf(recognise(entry.exchange, hop));
  const recipe = choices.of(server, recognised);
  return (
    <div class="recipe">
      <ServerChoice
        title={recipeWords.title(bound(shortOrigin(server), SHOWN_LENGTH).shown)}
        none={recipeWords.none}
        all={RECIPES}
        chosen={recipe}
        choose={id => choices.choose(server, id)}
      />
      {recipe === null ? null : (
        <>
          {recipe === recognised ? <p class="aside">{recipeWords.recognised(recipe.name)}</p> : null}
          <Snippet name={recipe.name} text={recipe.render(policy, recipeWords.comments)} />
          <Standing says={recipeWords.whole} provenOn={PROVEN_ON[recipe.id]} />
        </>
      )}
    </div>
  );
}
