/**
 * The request for a tab's report. Any page of the extension sends it; the background takes it, and has the devtools page
 * of that tab answer, which alone has all the evidence. (No page hears what it sends itself, so that neither of the two
 * could do without the other.)
 */
import type { Report } from '../model.ts';
import type { ReportRequest } from './protocol.ts';

/** What is answered where there is no report. */
export interface NoReport {
  /** Plain text: what to do about it. */
  readonly error: string;
}

export const isReportRequest = (message: unknown): message is ReportRequest =>
  (message as Partial<ReportRequest> | null | undefined)?.type === 'cors-devtools:report';

const noReport = (tabId: unknown, because: string): NoReport => ({
  error: `There is no report of tab ${String(tabId)}. Open the developer tools on it, and ask again.${because}`,
});

/** The background's answer; undefined to any other message. `ask` sends the request on: undefined or a rejection where no page answers. */
export const answerReportRequest = (
  message: unknown,
  ask: (request: ReportRequest) => Promise<Report | undefined>,
): Promise<Report | NoReport> | undefined => {
  if (!isReportRequest(message)) return undefined;
  return ask(message).then(
    report => report ?? noReport(message.tabId, ''),
    (error: unknown) => noReport(message.tabId, ` (${error instanceof Error ? error.message : String(error)})`),
  );
};
