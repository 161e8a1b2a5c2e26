import { signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Fix } from '../../src/model.ts';
import { RECIPES, type RecipeId, recipeOf } from '../../src/recipes/index.ts';
import { changedHop, policyOf } from '../../src/recipes/policy.ts';
import { PROVEN_ON } from '../../src/recipes/proven.ts';
import type { Family } from '../../src/recipes/recipe.ts';
import { recognise } from '../../src/recipes/recognise.ts';
import { rememberedText } from '../../src/remembered.ts';
import { originOf, shortOrigin } from '../format.ts';
import { recipeWords } from '../later-words.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import type { Entry } from '../state/entry.ts';
import { bound } from '../text.ts';

const SHOWN_LENGTH = 100;
const FAMILIES: readonly Family[] = ['proxy', 'node', 'python', 'php', 'ruby', 'go', 'java', 'dotnet', 'platform'];

/** What the reader chose last, for servers that do not say what they are. */
const memory = rememberedText('recipe');
/** What the reader chose, by the origin of the server. */
const chosen = signal<ReadonlyMap<string, RecipeId>>(new Map());

/** The fix in the words of the reader's own server. */
export function RecipeSection({ entry, fix }: { readonly entry: Entry; readonly fix: Fix }) {
  const id = useId();
  const policy = policyOf(entry.exchange, entry.verdict, fix);
  if (policy === null) return null;
  const hop = changedHop(fix);
  const server = originOf(fix.requests[hop]?.url ?? '');
  const recognised = recognise(entry.exchange, hop);
  const recipe = recipeOf(chosen.value.get(server) ?? recognised ?? memory.get());
  const provenOn = recipe && PROVEN_ON[recipe.id];
  const choose = (value: string) => {
    const found = recipeOf(value);
    if (found === null) return;
    chosen.value = new Map([...chosen.value, [server, found.id]]);
    memory.set(found.id);
  };
  return (
    <div class="recipe">
      <h4>
        <label for={id}>{recipeWords.title(bound(shortOrigin(server), SHOWN_LENGTH).shown)}</label>
      </h4>
      <select id={id} class="button recipe-choice" value={recipe?.id ?? ''} onChange={({ currentTarget }) => choose(currentTarget.value)}>
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
    </div>
  );
}
