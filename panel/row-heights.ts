import type { Row } from './state/outline.ts';

/** In pixels; the style sheet gets each row's from here. */
export const ROW_HEIGHTS = { group: 44, member: 26, page: 26 } satisfies Record<Row['kind'], number>;
