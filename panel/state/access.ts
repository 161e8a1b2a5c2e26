import { type ReadonlySignal, signal } from '@preact/signals';

/** The browser's word on whether the extension may watch web sites at all. Each may throw where the browser does not say. */
export interface AccessSource {
  has(): Promise<boolean>;
  /** Only within a user's click. */
  request(): Promise<boolean>;
  onChanged(listener: () => void): void;
}

export interface Access {
  /** null until the browser has said, and for good where it does not say: Firefox keeps `permissions` from DevTools pages. */
  readonly granted: ReadonlySignal<boolean | null>;
  grant(): Promise<void>;
}

export function createAccess(source: AccessSource): Access {
  const granted = signal<boolean | null>(null);
  async function ask(question: () => Promise<boolean>): Promise<void> {
    try {
      granted.value = await question();
    } catch {
      granted.value = null;
    }
  }
  async function follow(): Promise<void> {
    await ask(source.has);
    if (granted.value !== null) source.onChanged(() => void ask(source.has));
  }
  void follow();
  return { granted, grant: () => ask(source.request) };
}
