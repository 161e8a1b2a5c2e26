import { type ReadonlySignal, signal } from '@preact/signals';

/** The browser's word on whether the extension may watch web sites at all. */
export interface AccessSource {
  has(): Promise<boolean>;
  /** Only within a user's click. */
  request(): Promise<boolean>;
  onChanged(listener: () => void): void;
}

export interface Access {
  /** null until the browser has said. */
  readonly granted: ReadonlySignal<boolean | null>;
  grant(): Promise<void>;
}

export function createAccess(source: AccessSource): Access {
  const granted = signal<boolean | null>(null);
  async function look(): Promise<void> {
    granted.value = await source.has();
  }
  source.onChanged(() => void look());
  void look();
  return {
    granted,
    async grant() {
      granted.value = await source.request();
    },
  };
}
