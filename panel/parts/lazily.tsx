import { type Signal, signal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { loadLater } from '../languages.ts';

type Later = Awaited<ReturnType<typeof loadLater>>;

/** A component of those that are loaded once the tab is on show; it is nothing until then. */
export function lazily<Props extends object = object>(pick: (later: Later) => ComponentType<Props>): ComponentType<Props> {
  const loaded: Signal<ComponentType<Props> | null> = signal(null);
  return function Lazily(props: Props) {
    useEffect(() => {
      if (loaded.value === null)
        void loadLater().then(later => {
          loaded.value = pick(later);
        });
    }, []);
    const Component = loaded.value;
    return Component === null ? null : <Component {...(props as Props & JSX.IntrinsicAttributes)} />;
  };
}
