import fs from 'node:fs';
import { expect, test } from 'vitest';
import { CASES } from '../demo/cases/index.ts';
import { casesFor, ENGINES, openDemo } from './demo-session.ts';

test.each(ENGINES)('%s', async engine => {
  const session = await openDemo(engine);
  try {
    const served = new Set(session.demo.cases.map(({ id }) => id));
    for (const { id } of casesFor(CASES, engine, false).filter(each => served.has(each.id))) await session.play(id);
    const report = await session.report();
    const har = await session.browser.inDevtoolsPage(async () => {
      const { browser, chrome } = globalThis as any;
      const api = browser ?? chrome;
      const log: any = await new Promise(resolve => {
        const p = api.devtools.network.getHAR(resolve);
        if (p?.then) p.then(resolve);
      });
      for (const e of log.entries) { if (e.response?.content) delete e.response.content.text; }
      return JSON.stringify({ log });
    });
    fs.writeFileSync(`/tmp/handon-${engine}.har`, har);
    fs.writeFileSync(`/tmp/handon-${engine}.json`, JSON.stringify(report));
    console.log(engine, har.length, report.failures.length);
    expect(har.length).toBeGreaterThan(10);
  } finally {
    await session.close();
  }
});
