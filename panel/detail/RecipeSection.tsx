import type { Fix } from '../../src/model.ts';
import { policiesOf } from '../../src/recipes/server-policies.ts';
import { shortOrigin } from '../format.ts';
import { recipeWords } from '../later-words.ts';
import type { Entry } from '../state/entry.ts';
import { bound } from '../text.ts';
import { ServerRecipe } from './ServerRecipe.tsx';

const SHOWN_LENGTH = 100;

/** The fix in the words of each server that has to change. */
export function RecipeSection({ entry, fix }: { readonly entry: Entry; readonly fix: Fix }) {
  const servers = policiesOf(entry.exchange, entry.verdict, fix);
  if (servers.every(({ policy }) => policy === null)) return null;
  return (
    <div class="recipe">
      {servers.length > 1 ? <p>{recipeWords.several}</p> : null}
      {servers.map(({ server, hop, policy }) => {
        const host = bound(shortOrigin(server), SHOWN_LENGTH).shown;
        if (policy === null) return <p key={server}>{recipeWords.without(host)}</p>;
        return <ServerRecipe key={server} exchange={entry.exchange} hop={hop} server={server} host={host} policy={policy} />;
      })}
    </div>
  );
}
