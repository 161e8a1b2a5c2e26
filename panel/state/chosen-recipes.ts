/** The recipes that the reader chose: they are for servers that do not say what they are, or say something else. */
import { recipeOf } from '../../src/recipes/index.ts';
import { createChoices } from './choices.ts';

export const recipeChoices = createChoices('recipe', recipeOf);
