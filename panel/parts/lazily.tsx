import { type Signal, signal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';

/** A component that is loaded once what it is part of is on show, and is nothing until then. */
export function lazily<Props extends object = object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const loaded: Signal<ComponentType<Props> | null> = signal(null);
  return function Lazily(props: Props) {
    useEffect(() => {
      if (loaded.value === null)
        void load().then(Component => {
          loaded.value = Component;
        });
    }, []);
    const Component = loaded.value;
    return Component === null ? null : <Component {...(props as Props & JSX.IntrinsicAttributes)} />;
  };
}
