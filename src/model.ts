/**
 * The five nouns of the pipeline, types only. Data flows one way:
 * Observation → Exchange → Verdict → Explanation → Report.
 *
 * Every string in an Observation or an Exchange that came from the network is hostile text.
 */

export type * from './model/exchange.ts';
export type * from './model/explanation.ts';
export type * from './model/observation.ts';
export type * from './model/recording.ts';
export type * from './model/report.ts';
export type * from './model/trial.ts';
export type * from './model/verdict.ts';
