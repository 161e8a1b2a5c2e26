/** What every function of a catalogue is called with in the tests: each list of arguments that gives another sentence. */
const CODES = { code: (text: string) => `‹${text}›`, prose: (text: string) => text, strong: (text: string) => text };
/** One, and a number that each language groups in its own way. */
const COUNTS = [[1], [1234]];
const CONFIDENCES = [['certain'], ['likely'], ['possible']];
const ERRORS = [[null], ['net::ERR_FAILED']];
const STAGES = ['preflight', 'redirect', 'response', 'network'];
const PLACE = { url: 'main.js', line: 1234, column: 5, function: 'save' };

export const CALLS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'values.leftOut': COUNTS,
  'whole.title': [
    [1, null],
    [1234, 1],
    [1234, 1233],
  ],
  'whole.nothingBlocked': [[null], ['‹u›']],
  'whole.introduction': [
    [null, CODES],
    ['‹u›', CODES],
  ],
  'whole.times': COUNTS,
  'whole.moreFailures': COUNTS,
  'whole.notWrittenOut': [
    [1, 1],
    [1234, 1235],
  ],
  'whole.moreAdvice': COUNTS,
  'whole.browser': [['Firefox', '1.0']],
  'whole.written': [['1.0', '‹a›', '‹b›']],
  'whole.seen': [
    [1, 1, 1],
    [1236, 1235, 1234],
  ],
  'whole.dropped': COUNTS,
  'whole.incomplete': COUNTS,
  'whole.redacted': [[CODES]],
  'whole.notRedacted': [[CODES]],
  'whole.failedOnly': COUNTS,
  'failure.reason': CONFIDENCES,
  'failure.behind': CONFIDENCES,
  'failure.orElse': CONFIDENCES,
  'failure.seenOnce': [['‹a›']],
  'failure.seenOften': [[1234, '‹a›', '‹b›']],
  'failure.problems': COUNTS,
  'failure.where': STAGES.flatMap(stage => [
    [stage, null],
    [stage, '‹h›'],
  ]),
  'failure.moreProblems': COUNTS,
  'story.asker': [['‹o›']],
  'story.hiddenAsker': [['‹null›']],
  'story.asked': [
    ['‹a›', '‹r›', '‹t›', null],
    ['‹a›', '‹r›', '‹t›', PLACE],
    ['‹a›', '‹r›', '‹t›', { ...PLACE, function: null }],
  ],
  'story.reasons.method': [['‹m›']],
  'story.reasons.header': [['‹h›']],
  'story.reasons.content-type': [['‹c›']],
  'story.reasons.upload-listener': [['']],
  'story.reasons.stream-body': [['']],
  'story.reasons.unknown': [['']],
  'story.preflight': [
    ['‹OPTIONS›', ['‹a›', '‹b›'], 0],
    ['‹OPTIONS›', ['‹a›'], 1],
    ['‹OPTIONS›', ['‹a›'], 1234],
  ],
  'story.preflightAnswer': [[204]],
  'story.noPreflightAnswer': ERRORS,
  'story.notCompleted': ERRORS,
  'story.redirect': [
    ['‹u›', 302, null],
    ['‹u›', 302, '‹l›'],
  ],
  'story.moreRedirects': COUNTS,
  'story.answerBegan': [[200]],
  'story.answer': [
    [200, true],
    [200, false],
  ],
  'story.evidence.error': ERRORS,
  'story.evidence.resource-timing': ERRORS,
  'story.evidence.rules': ERRORS,
  'engines.blocks': [
    ['‹t›', null],
    ['‹t›', '‹p›'],
  ],
  'engines.oneOf': [['Firefox']],
  'engines.more': COUNTS,
  'fix.redirect': [
    [1, 1],
    [2, 1234],
  ],
  'fix.needs': [
    ['‹a›', null, true],
    ['‹a›', '204', true],
    ['‹a›', '204', false],
  ],
  'fix.answerWith': [['204']],
  'configuration.title': [['‹s›', '‹n›']],
  'configuration.proven': [['‹v›']],
  'fix.otherPreflight': [
    ['‹u›', null, ['A: 1', 'B: 2']],
    ['‹u›', 204, ['A: 1']],
    ['‹u›', 204, []],
  ],
  'wire.preflight': [['‹p›']],
  'wire.preflightAnswer': [[204]],
  'wire.request': [['‹r›']],
  'wire.redirect': [['‹u›', 302]],
  'wire.later': [['‹r›']],
  'wire.answer': [[200]],
  'wire.noHeaders': [['‹m›']],
  'wire.leftOut': COUNTS,
  'commands.titledTooLong': [['‹t›']],
  'advice.vary-origin-missing': [[{}]],
  'advice.wildcard-before-credentials': [[{ because: 'allow-credentials' }], [{ because: 'asked-elsewhere' }]],
  'advice.open-policy': [[{ origins: ['null'] }], [{ origins: Array.from({ length: 1234 }, (_, number) => `https://${number}.example`) }]],
  'advice.authorization-wildcard': [[{}]],
  'advice.preflight-uncached': [[{ because: 'absent' }], [{ because: 'invalid' }]],
  'advice.preflight-avoidable': [
    [{ reasons: [{ kind: 'content-type', value: 'text/x' }] }],
    [
      {
        reasons: [
          { kind: 'upload-listener', value: null },
          { kind: 'header', value: 'pragma' },
        ],
      },
    ],
  ],
  'advice.headers-unreadable': [[{ names: ['X-A'] }], [{ names: ['X-A', 'X-B'] }]],
  'advice.headers-without-effect': [
    [{ names: ['Access-Control-Max-Age'], answer: 'response' }],
    [{ names: ['Access-Control-Max-Age', 'Access-Control-Allow-Methods'], answer: 'response' }],
    [{ names: ['Access-Control-Expose-Headers'], answer: 'preflight' }],
  ],
  'advice.answer-opaque': [[{}]],
  'advice.header-misspelt': [[{ name: 'Acces-Control-Max-Age', meant: 'Access-Control-Max-Age' }]],
  'advice.outcome-unknown': [[{}]],
};

/** Parts of a catalogue that are no sentence, or are the same word in both languages. */
export const SAME_IN_BOTH: ReadonlySet<string> = new Set(['whole.browser ["Firefox","1.0"]']);
