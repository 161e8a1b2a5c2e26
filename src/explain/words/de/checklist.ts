/** German: the four questions to ask of every CORS error, answered. */
import type { ChecklistItem, FailureCode } from '../../../model.ts';
import type { Facts } from '../../facts.ts';
import { FAILURES } from '../../failures.ts';
import { corsLinesOf } from '../../read.ts';
import { clip, enumerate, LINE_ROOM, short } from '../text.ts';
import { quoted } from './quoted.ts';

const whoAsks = ({ page, exchange, method }: Facts): string => {
  const worker = exchange.frameId < 0 ? ' Die Anfrage kam aus einem Service Worker.' : '';
  const asked = `${short(method)} „${clip(exchange.hops[0]?.url ?? '', LINE_ROOM)}“`;
  if (page === 'null')
    return `Eine Seite ohne eigenen Origin („null“): ein Frame mit Sandbox, eine lokale Datei oder eine data:-Adresse. Angefragt wurde ${asked}.${worker}`;
  return `Code einer Seite von ${short(page)}. Angefragt wurde ${asked}.${worker}`;
};

const PART = { scheme: 'im Schema', host: 'im Host', port: 'im Port' } as const;

const more = (count: number): string => `${count} weitere`;
/** In the genitive. */
const moreReasons = (count: number): string => (count === 1 ? '1 weiteren Grundes' : `${count} weiterer Gründe`);

const originsDiffer = ({ page, target, differs }: Facts): string => {
  if (page === 'null') return `Ja: Eine Seite ohne Origin ist jedem Server fremd, auch ${short(target)}.`;
  if (differs.length === 0) return `Nein, ${short(target)} ist der eigene Origin der Seite; aber der Weg dorthin führte über einen anderen.`;
  const parts = differs.map(part => PART[part]);
  return `Ja, ${enumerate(parts, 'und', more)}: Die Seite ist ${short(page)}, der Server ${short(target)}.`;
};

/** A broken rule that is about none of the CORS headers. */
const BESIDE_HEADERS: { readonly [C in FailureCode]?: string } = {
  'preflight-status': 'Ja, aber der Status seiner Antwort ist kein Erfolg.',
  'preflight-redirect': 'Ja, aber er leitet den Preflight weiter.',
  'redirect-with-userinfo': 'Ja, aber er leitet dorthin weiter, wohin Code einer Seite nicht gehen darf.',
  'redirect-scheme': 'Ja, aber er leitet dorthin weiter, wohin Code einer Seite nicht gehen darf.',
  'redirect-insecure': 'Ja, aber er leitet dorthin weiter, wohin Code einer Seite nicht gehen darf.',
};

const rightHeaders = ({ answer, failures, failure }: Facts): string => {
  if (failure.code === 'websocket-refused') return 'Daran liegt es nicht: Kein CORS-Header öffnet einen WebSocket.';
  if (failures.every(({ code }) => code === 'unexplained')) return 'Soweit zu sehen ist, ja.';
  if (failures.every(each => !FAILURES[each.code].isCors))
    return answer === null
      ? 'Daran liegt es nicht: Es kam keine Antwort, in der welche stehen könnten.'
      : 'Daran liegt es nicht: Seine Antwort verletzt keine CORS-Regel.';
  const beside = BESIDE_HEADERS[failure.code];
  if (beside !== undefined && failures.length === 1) return beside;
  if (answer === null) return 'Eine Antwort war nicht zu sehen.';
  const sent = corsLinesOf(answer);
  const which =
    failure.stage === 'preflight' ? 'Seine Antwort auf den Preflight' : failure.stage === 'redirect' ? 'Seine Weiterleitung' : 'Seine Antwort';
  const came = sent.length === 0 ? 'keinen der Access-Control-Header' : enumerate(sent.map(quoted), 'und', more, { room: LINE_ROOM });
  return `Nein, ${failures.length === 1 ? 'eine Regel ist' : `${failures.length} Regeln sind`} verletzt. ${which} enthält ${came}.`;
};

/** In the genitive, as "wegen" wants it. */
const REASON = {
  method: (value: string | null) => `der Methode ${value ?? ''}`,
  header: (value: string | null) => `des Headers ${value ?? ''}`,
  'content-type': (value: string | null) => (value === null ? 'des Content-Type' : `des Content-Type ${value}`),
  'upload-listener': () => 'eines Listeners für den Fortschritt des Uploads',
  'stream-body': () => 'eines gestreamten Bodys',
  unknown: () => 'etwas, das nicht zu sehen ist',
} as const;

const noPreflight = ({ failure, answer, exchange, isPreflightRemembered }: Facts): string => {
  if (isPreflightRemembered) return 'Nein. Es wurde keiner gesendet, weil der Browser sich gemerkt hat, dass ein früherer erlaubt wurde.';
  if (exchange.incomplete) return 'Es war keiner zu sehen, aber die Anfrage war nur zum Teil zu sehen.';
  if (failure.stage === 'network' && answer === null) return 'Nein, dazu kam es nicht.';
  return 'Nein, es gab keinen: Der Browser hat die Anfrage sofort gesendet.';
};

const preflightFails = (facts: Facts): string => {
  const { failure, preflight, verdict, hopIndex } = facts;
  const reasons = (verdict.preflightReasons[hopIndex] ?? []).map(({ kind, value }) => REASON[kind](value).trim());
  const why = reasons.length === 0 ? '' : ` Der Browser fragt vorher wegen ${enumerate(reasons, 'und', moreReasons, { room: LINE_ROOM })}.`;
  if (failure.stage === 'preflight') return `Ja, dort ist Schluss; die eigentliche Anfrage wurde nie gesendet.${why}`;
  return preflight === null ? noPreflight(facts) : `Nein, der Preflight war erfolgreich.${why}`;
};

export const checklist = (facts: Facts): readonly ChecklistItem[] => [
  { question: 'Wer stellt die Anfrage?', answer: whoAsks(facts) },
  { question: 'Unterscheiden sich die Origins, und worin?', answer: originsDiffer(facts) },
  { question: 'Sendet der Server die richtigen Header?', answer: rightHeaders(facts) },
  { question: 'Scheitert vorher ein Preflight?', answer: preflightFails(facts) },
];
