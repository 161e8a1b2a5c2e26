/**
 * A question to the inspected page, in Firefox: its DevTools pages lose the page on the way from one to the next
 * (`inspectedWindow.eval` then fails for as long as the tab stays in its process), and the background does not.
 */

export interface PageRequest {
  readonly type: 'cors-devtools:page';
  readonly tabId: number;
  /** Asks every frame for its timings of these URLs; null asks the page which document it shows. */
  readonly urls: readonly string[] | null;
}

/** What one frame of the tab answered. It may be anything. */
export interface FrameAnswer {
  /** As webRequest counts them: 0 is the page itself. */
  readonly frameId: number;
  readonly answer: unknown;
}

const isPageRequest = (message: unknown): message is PageRequest =>
  (message as Partial<PageRequest> | null | undefined)?.type === 'cors-devtools:page';

/** The background's answer; undefined to any other message. */
export const answerPageRequest = (
  message: unknown,
  ask: (request: PageRequest) => Promise<readonly FrameAnswer[]>,
): Promise<readonly FrameAnswer[]> | undefined => (isPageRequest(message) ? ask(message) : undefined);
