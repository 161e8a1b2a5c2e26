import { useId } from 'preact/hooks';
import type { Exchange } from '../../src/model.ts';
import { RECIPES, recipeOf } from '../../src/recipes/index.ts';
import type { Policy } from '../../src/recipes/policy.ts';
import { PROVEN_ON } from '../../src/recipes/proven.ts';
import type { Family } from '../../src/recipes/recipe.ts';
import { recognise } from '../../src/recipes/recognise.ts';
import { recipeWords } from '../later-words.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { choose, chosenFor, lastChosen } from '../state/chosen-recipes.ts';

const FAMILIES: readonly Family[] = ['proxy', 'node', 'python', 'php', 'ruby', 'go', 'java', 'dotnet', 'platform'];

interface Properties {
  readonly exchange: Exchange;
  readonly hop: number;
  readonly server: string;
  /** What the server is called in a heading. */
  readonly host: string;
  readonly policy: Policy;
}

/** What one server has to allow, as its own configuration. */
export function ServerRecipe({ exchange, hop, server, host, policy }: Properties) {
  const id = useId();
  const recognised = recognise(exchange, hop);
  const recipe = recipeOf(chosenFor(server) ?? recognised ?? lastChosen.get());
  const provenOn = recipe && PROVEN_ON[recipe.id];
  return (
    <>
      <h4>
        <label for={id}>{recipeWords.title(host)}</label>
      </h4>
      <select id={id} class="button recipe-choice" value={recipe?.id ?? ''} onChange={({ currentTarget }) => choose(server, currentTarget.value)}>
        {recipe === null ? <option value="">{recipeWords.none}</option> : null}
        {FAMILIES.filter(family => RECIPES.some(each => each.family === family)).map(family => (
          <optgroup key={family} label={recipeWords.families[family]}>
            {RECIPES.filter(each => each.family === family).map(each => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {recipe === null ? null : (
        <>
          {recipe.id === recognised ? <p class="aside">{recipeWords.recognised(recipe.name)}</p> : null}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
          <section class="snippet" aria-label={recipe.name} tabIndex={0}>
            <pre>
              <code>{recipe.render(policy, recipeWords.comments)}</code>
            </pre>
          </section>
          {(recipe.notes?.(policy, recipeWords.comments) ?? []).map(note => (
            <p key={note} class="aside">
              {note}
            </p>
          ))}
          <CopyButton text={() => recipe.render(policy, recipeWords.comments)} name={recipeWords.copy} label={recipeWords.copy} />
          <p class="aside">
            {recipe.family === 'platform' ? recipeWords.wholeOfPlatform : recipeWords.whole}{' '}
            {provenOn === null ? recipeWords.notProven : recipeWords.proven(provenOn)}
          </p>
        </>
      )}
    </>
  );
}
