// How long the page's own thread worked without a pause, from the browser's trace: in processor time, so that a busy
// machine does not count as a slow page.
const categories = ['disabled-by-default-devtools.timeline', 'devtools.timeline', '__metadata'];

/** Runs the steps under trace; gives the tasks of the page's main thread in milliseconds of processor time, longest first. */
export async function tasksOf(browser, page, steps) {
  await browser.startTracing(page, { categories });
  await steps();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const mains = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ name, ph, pid, tid, tdur }) => name === 'RunTask' && ph === 'X' && tdur && mains.has(`${pid} ${tid}`));
  return tasks.map(({ tdur }) => Math.round(tdur / 1000)).sort((a, b) => b - a);
}
