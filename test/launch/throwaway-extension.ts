import fs from 'node:fs';
import path from 'node:path';
import { createTemporaryDirectory, type TemporaryDirectory } from '../../src/launch/temporary-directory.ts';

const FILES = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Throwaway',
    version: '1',
    permissions: ['webRequest', 'storage'],
    host_permissions: ['<all_urls>'],
    background: { service_worker: 'background.js', scripts: ['background.js'] },
    devtools_page: 'panel/devtools.html',
    browser_specific_settings: { gecko: { id: 'throwaway@throwaway.example' } },
  }),
  'background.js': `
    globalThis.startedAt = performance.timeOrigin;
    (globalThis.browser ?? chrome).runtime.onMessage.addListener((message, sender, reply) => {
      if (message.type === 'cors-devtools:report') reply({ asked: message });
    });
    console.error('the background logs');`,
  'panel/devtools.html': '<!doctype html><script src="devtools.js"></script>',
  'panel/devtools.js': `
    globalThis.where = 'devtools page';
    (globalThis.browser ?? chrome).devtools.panels.create('Throwaway', '', '/panel/panel.html');`,
  'panel/panel.html': '<!doctype html><meta charset="utf-8"><title>panel</title><script src="panel.js" defer></script><body>A panel',
  'panel/panel.js': `
    globalThis.where = 'panel';
    setTimeout(() => { throw new Error('the panel throws'); });`,
};

/** The smallest extension that has all that a driver reaches for: a background, a devtools page, a panel, and errors. */
export const createThrowawayExtension = (): TemporaryDirectory => {
  const directory = createTemporaryDirectory('throwaway-extension');
  for (const [name, content] of Object.entries(FILES)) {
    const file = path.join(directory.path, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  return directory;
};
