import { RELAYS_PROVEN_ON } from '../../src/recipes/proven.ts';
import { RELAYS, relayOf } from '../../src/recipes/relay/index.ts';
import { relayedUrl, relayTargetOf } from '../../src/recipes/relay/target.ts';
import { shortOrigin } from '../format.ts';
import { recipeWords } from '../later-words.ts';
import { Value } from '../parts/Value.tsx';
import { createChoices } from '../state/choices.ts';
import type { Entry } from '../state/entry.ts';
import { bound } from '../text.ts';
import { ServerChoice } from './ServerChoice.tsx';
import { Snippet, Standing } from './Snippet.tsx';

const SHOWN_LENGTH = 100;

const choices = createChoices('relay', relayOf);

/** What to do about a server that is not the reader's: have one that is ask it. */
export function RelaySection({ entry }: { readonly entry: Entry }) {
  const found = relayTargetOf(entry.exchange, entry.verdict);
  if (found === null) return null;
  const { target, url } = found;
  const page = entry.verdict.origin.value;
  const relay = choices.of(page);
  return (
    <div class="recipe relay">
      <ServerChoice
        title={recipeWords.relay.title}
        none={recipeWords.relay.none}
        all={RELAYS}
        chosen={relay}
        choose={id => choices.choose(page, id)}
      />
      <p class="aside">{recipeWords.relay.about(bound(shortOrigin(target.origin), SHOWN_LENGTH).shown)}</p>
      {relay === null ? null : (
        <>
          <Snippet name={relay.name} text={relay.render(target, recipeWords.relay.comments)} />
          <p class="aside">
            {recipeWords.relay.call}{' '}
            <code>
              <Value text={relayedUrl(url)} />
            </code>
          </p>
          <Standing says={recipeWords.relay.care} provenOn={RELAYS_PROVEN_ON[relay.id]} />
        </>
      )}
    </div>
  );
}
