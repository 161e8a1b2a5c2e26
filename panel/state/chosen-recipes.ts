/** The recipes that the reader chose: they are for servers that do not say what they are, or say something else. */
import { signal } from '@preact/signals';
import { type RecipeId, recipeOf } from '../../src/recipes/index.ts';
import { rememberedText } from '../../src/remembered.ts';

/** By the origin of the server. */
const chosen = signal<ReadonlyMap<string, RecipeId>>(new Map());

/** What was chosen last, for any server, also before the tools were opened. */
export const lastChosen = rememberedText('recipe');

export const chosenFor = (server: string): RecipeId | null => chosen.value.get(server) ?? null;

/** Nothing where there is no recipe of that id. */
export const choose = (server: string, id: string): void => {
  const found = recipeOf(id);
  if (found === null) return;
  chosen.value = new Map([...chosen.value, [server, found.id]]);
  lastChosen.set(found.id);
};
