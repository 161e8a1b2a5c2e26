import { useId } from 'preact/hooks';
import type { Family } from '../../src/recipes/recipe.ts';
import { recipeWords } from '../later-words.ts';

const FAMILIES: readonly Family[] = ['proxy', 'node', 'python', 'php', 'ruby', 'go', 'java', 'dotnet', 'platform'];

interface Choosable {
  readonly id: string;
  readonly name: string;
  readonly family: Family;
}

interface ServerChoiceProps {
  readonly title: string;
  /** Said while nothing is chosen. */
  readonly none: string;
  readonly all: readonly Choosable[];
  readonly chosen: Choosable | null;
  readonly choose: (id: string) => void;
}

/** The reader's own server or framework, one of these, by family. */
export function ServerChoice({ title, none, all, chosen, choose }: ServerChoiceProps) {
  const id = useId();
  return (
    <>
      <h4>
        <label for={id}>{title}</label>
      </h4>
      <select id={id} class="button recipe-choice" value={chosen?.id ?? ''} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {chosen === null ? <option value="">{none}</option> : null}
        {FAMILIES.filter(family => all.some(each => each.family === family)).map(family => (
          <optgroup key={family} label={recipeWords.families[family]}>
            {all
              .filter(each => each.family === family)
              .map(each => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </>
  );
}
