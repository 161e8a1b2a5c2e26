import type { PreflightReason } from '../../../model.ts';
import { listed } from '../listed.ts';
import type { AdviceWords } from '../words.ts';
import { number } from './numbers.ts';

const list = (items: readonly string[]): string => listed(items, 'und', more => `${number(more)} weitere`);

const reasonText = ({ kind, value }: PreflightReason): string => {
  switch (kind) {
    case 'content-type':
      return 'der Header Content-Type, der bei einer Anfrage ohne Body nichts aussagt';
    case 'upload-listener':
      return 'das Verfolgen des Fortschritts beim Upload';
    default:
      return `der Header ${value ?? ''}`;
  }
};

export const advice: AdviceWords = {
  'answer-opaque': () =>
    'Ihr Code hat dies im Modus „no-cors“ angefragt und darf die Antwort daher nie lesen, was immer der Server erlaubt: Für den Code hat sie den Status 0 und ist leer. Um sie zu lesen, fragen Sie im Modus „cors“, wie fetch es von sich aus tut, und lassen Sie den Server Ihre Seite zulassen. Wenn Ihr Code nur sendet, ist alles in Ordnung.',
  'vary-origin-missing': () =>
    'Diese Antwort nennt in Access-Control-Allow-Origin einen Origin, hat aber kein „Vary: Origin“. Wenn der Server jedem Origin anders antwortet, kann ein Cache diese Antwort einer Seite eines anderen Origins geben, und der Browser blockiert sie dann. Fügen Sie „Vary: Origin“ jeder Antwort dieser Adresse hinzu, auch denen, die keinen Origin erlauben.',
  'wildcard-before-credentials': ({ because }) =>
    because === 'allow-credentials'
      ? 'Diese Antwort hat „Access-Control-Allow-Origin: *“ und „Access-Control-Allow-Credentials: true“; beides passt nicht zusammen: Sobald Ihre Seite mit Anmeldedaten (Cookies und Ähnlichem) anfragt, blockiert der Browser die Antwort. Nennen Sie statt „*“ den Origin Ihrer Seite, und setzen Sie „Vary: Origin“; oder lassen Sie Access-Control-Allow-Credentials weg, falls hier keine Seite Anmeldedaten braucht.'
      : 'Diese Antwort erlaubt „*“, und das gilt nur ohne Anmeldedaten (Cookies und Ähnliches). Andere Anfragen an diesen Server kamen mit Anmeldedaten. Falls auch diese damit kommen soll, muss der Server den Origin Ihrer Seite nennen und „Access-Control-Allow-Credentials: true“ setzen.',
  'open-policy': ({ origins }) =>
    origins.includes('null')
      ? 'Diese Antwort erlaubt den Origin „null“ zusammen mit Anmeldedaten. Jede Website kann mit einem Frame in einer Sandbox erreichen, dass ein Browser „Origin: null“ sendet, und so diese Antwort mit den Cookies Ihrer Nutzer lesen. Erlauben Sie nur echte Origins.'
      : `Diese Adresse hat ${number(origins.length)} verschiedene Origins zusammen mit Anmeldedaten erlaubt: ${list(origins)}. Wenn sie jeden beliebigen Origin zurückspiegelt, kann jede Website diese Antwort mit den Cookies Ihrer Nutzer lesen. Lassen Sie den Server den Header Origin der Anfrage mit einer Liste der Origins vergleichen, die Sie kennen.`,
  'authorization-wildcard': () =>
    'Die Antwort auf den Preflight erlaubt den Header Authorization nur durch „*“. Der Standard verlangt ihn beim Namen, und Firefox warnt schon jetzt, dass „*“ künftig nicht mehr genügt. Nennen Sie ihn: Schreiben Sie Authorization in Access-Control-Allow-Headers.',
  'preflight-uncached': ({ because }) =>
    `${
      because === 'absent'
        ? 'Die Antwort auf den Preflight hat kein Access-Control-Max-Age'
        : 'Access-Control-Max-Age enthält keine Anzahl von Sekunden'
    }; Browser merken sich die Antwort darum höchstens fünf Sekunden lang und fragen vor fast jeder Anfrage neu. Mit „Access-Control-Max-Age: 7200“ sind es zwei Stunden, und mehr lässt Chromium nicht zu.`,
  'preflight-avoidable': ({ reasons }) => {
    const texts = [...new Set(reasons.map(reasonText))];
    return `Der Browser hat den Server nur aus ${texts.length === 1 ? 'diesem Grund' : 'diesen Gründen'} vorab gefragt (Preflight): ${list(texts)}. Wenn Ihre Seite darauf verzichten kann, spart jede solche Anfrage einen Weg zum Server und zurück.`;
  },
  'headers-unreadable': ({ names }) =>
    `Ihre Seite kann ${names.length === 1 ? 'diesen Header' : 'diese Header'} der Antwort nicht lesen: ${list(names)}. Wenn sie einen davon braucht, muss der Server ihn nennen: „Access-Control-Expose-Headers: ${names[0] ?? ''}“.`,
  'headers-without-effect': ({ names, answer }) =>
    `${list(names)} ${names.length === 1 ? 'hat' : 'haben'} an dieser Stelle keine Wirkung: ${
      answer === 'preflight'
        ? 'Browser lesen das in der Antwort auf die Anfrage, nicht in der auf den Preflight (OPTIONS).'
        : 'Browser lesen das nur in der Antwort auf einen Preflight (OPTIONS). Hier schadet es nicht.'
    }`,
  'header-misspelt': ({ name, meant }) => `Eine Antwort hat den Header ${name}, der einem Browser nichts sagt. War ${meant} gemeint?`,
  'outcome-unknown': () =>
    'Nichts zeigt, ob die Seite diese Antwort lesen konnte oder ob sie mit Anmeldedaten (Cookies und Ähnlichem) angefragt hat. Ohne Anmeldedaten konnte sie es. Mit ihnen blockiert der Browser die Antwort, es sei denn, sie nennt den Origin der Seite und hat „Access-Control-Allow-Credentials: true“. Die Konsole zeigt es.',
};
