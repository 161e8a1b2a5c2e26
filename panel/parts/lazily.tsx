import { type Signal, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/** A component that is loaded once what it is part of is on show, and is nothing until then. */
export function lazily(load: () => Promise<ComponentType>): ComponentType {
  const loaded: Signal<ComponentType | null> = signal(null);
  return function Lazily() {
    useEffect(() => {
      if (loaded.value === null)
        void load().then(Component => {
          loaded.value = Component;
        });
    }, []);
    const Component = loaded.value;
    return Component === null ? null : <Component />;
  };
}
