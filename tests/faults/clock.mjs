// The clock the server sees, moved while it runs (libfaketime); its timers keep their pace.
import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const place = readdirSync('/usr/lib').map((name) => `/usr/lib/${name}/faketime/libfaketimeMT.so.1`).find(existsSync);

export function movableClock(folder) {
  if (!place) throw new Error('libfaketime is missing: run script/bootstrap');
  const offset = path.join(folder, 'clock');
  let back = 0;
  const setBack = (seconds) => {
    back += seconds;
    writeFileSync(`${offset}.new`, `-${back}s`);
    renameSync(`${offset}.new`, offset);
  };
  setBack(0);
  return {
    setBack,
    environment: { LD_PRELOAD: place, FAKETIME_TIMESTAMP_FILE: offset, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' },
  };
}
