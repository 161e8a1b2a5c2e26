import type { Comments } from './comments.ts';
import type { Policy } from './policy.ts';

/** How one server, or one framework, is told to let the page's request through. */
export interface Recipe {
  /** kebab-case; stable for ever: what a reader chose is remembered by it. */
  readonly id: string;
  /** As its makers write it. */
  readonly name: string;
  readonly family: Family;
  /**
   * Configuration or code, whole: it lets these origins through and no other, also with the server's own error answers,
   * answers preflights itself, and keeps caches apart by `Vary: Origin`.
   */
  readonly render: (policy: Policy, comments: Comments) => string;
  /** What is said beside it where its format has no comments: how it is put in place, and what it cannot do. */
  readonly notes?: (policy: Policy, comments: Comments) => readonly string[];
}

/** What it is written in or runs in front of, as readers look for it. */
export type Family = 'proxy' | 'node' | 'python' | 'php' | 'ruby' | 'go' | 'java' | 'dotnet' | 'platform';
