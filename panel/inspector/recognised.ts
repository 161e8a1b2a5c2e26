/** Configurations for the report that is asked for from outside, in English. Loaded only then. */
import type { ConfigurationsOf } from '../../src/report/build.ts';
import { configurationsIn } from '../configurations.ts';
import { recipeWords } from '../words/en/recipes.ts';

export const configurationsOf: ConfigurationsOf = judged => configurationsIn(recipeWords.comments, () => null)(judged);
