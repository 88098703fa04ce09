// One browser and one server for the stories of a file, started before the first and stopped after the last.
import { after, before } from 'node:test';
import { startBrowser, startServer } from './browser.mjs';
import { runStory } from './page.mjs';

export const wide = { width: 1366, height: 768 };
export const phone = { width: 390, height: 844 };

/** `server.url`, `server.data` and `browser` are there once the stories run. `options` are those of startServer. */
export function openStage(options) {
  const stage = { server: {}, browser: undefined, story: (page, steps) => runStory(stage.browser, page, steps) };
  let started;
  const open = async () => {
    started = await startServer(options);
    Object.assign(stage.server, { url: started.url, data: started.data });
    stage.browser = await startBrowser();
  };
  stage.opened = open();  // hooks of a file do not wait for one another
  before(() => stage.opened);
  after(async () => {
    await stage.browser?.close();
    await started?.stop();
  });
  return stage;
}
