// A round handed in upward as one signed file: the same bytes whenever it is packed, and whatever is altered in it is named.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, serveIn, temporaryFolder } from './liem.mjs';
import { home, publishable, round } from './publishable.mjs';
import { members, zip } from './zip.mjs';

const folder = temporaryFolder(), key = path.join(folder, 'khoa'), publicKey = `${key}.pub`;
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const exportTo = (name, ...more) => run('package', 'export', '--data', place.data, '--round', round, '--to', path.join(folder, name), ...more);
const sign = (...more) => ['--signing-key', key, ...more];
const verify = (bytes, ...more) => {
  const file = path.join(folder, 'doi.zip');
  writeFileSync(file, bytes);
  return run('package', 'verify', file, ...more);
};
const refused = (answer, status, words) => {
  assert.equal(answer.status, status, answer.stdout + answer.stderr);
  assert.match(answer.stderr, words);
};

let place, whole, content;
before(async () => {
  place = await publishable();
  assert.equal(run('ledger', 'key', 'new', key).status, 0);
});
after(() => place.server.stop());

test('before it is submitted there is nothing to pack, and without a key no package', async () => {
  refused(exportTo('som.zip', ...sign()), 1, /is not submitted/);
  await place.submit();
  refused(exportTo('khong-khoa.zip'), 1, /liem ledger key new/);
  refused(exportTo('can-bo.zip', ...sign('--as', 'can-bo')), 1, /your role is/);
  refused(run('package', 'export', '--data', place.data, '--round', round, '--to', path.join(place.data, 'x.zip'), ...sign()), 1, /lies in the data folder/);
});

test('a package is one file, signed, told of in the log, and the same bytes when it is made again', async () => {
  const made = exportTo('goi.zip', ...sign('--as', 'thanh-tra-vien'));
  assert.equal(made.status, 0, made.stderr);
  whole = readFileSync(path.join(folder, 'goi.zip'));
  assert.equal(exportTo('lai.zip', ...sign()).status, 0);
  assert.ok(readFileSync(path.join(folder, 'lai.zip')).equals(whole));
  refused(exportTo('goi.zip', ...sign()), 1, /exists already/);
  const { entries } = await place.get('/api/v1/ledger?limit=2', place.people.inspector);
  assert.deepEqual(entries.map((one) => one.act), ['package_exported', 'package_exported']);
  assert.deepEqual([entries[1].on_behalf_of?.account ?? entries[1].on_behalf_of, entries[1].after.value.sha256], ['thanh-tra-vien', sha256(members(whole)[0].bytes)]);
});

test('its manifest lists every member with size and hash, and each file once', () => {
  const all = members(whole);
  assert.deepEqual(all.slice(0, 3).map(({ name }) => name), ['manifest.json', 'signature', 'round.json']);
  const manifest = JSON.parse(all[0].bytes);
  assert.deepEqual([manifest.form, manifest.province.id, manifest.round.id, manifest.number, manifest.submitted_by], ['liem.package/1', home, round, 1, 'Vũ Văn Thí Dụ']);
  assert.deepEqual(manifest.members.map((one) => [one.path, one.size, one.sha256]), all.slice(2).map(({ name, bytes }) => [name, bytes.length, sha256(bytes)]));
  content = JSON.parse(all[2].bytes);
  const evidence = content.files.find(({ unit }) => unit === 'so-a').evidence[0];
  assert.deepEqual([evidence.number, evidence.criteria], ['01/KH-SA', ['A.1.1']]);
  assert.match(String(all.find(({ name }) => name === `files/${evidence.file.sha256}`).bytes), /Kế hoạch thử/);
  assert.ok(all.some(({ name }) => name === `files/${content.round.set.sha256}`), 'the set goes with it');
});

test('round.json tells answers with their parts, points with their reasons, and no account', () => {
  const own = content.files.find(({ unit }) => unit === home);
  const due = own.answers.find(({ item }) => item === 'disclosure.due');
  assert.deepEqual([due.state, due.value, due.parts.length], ['given', '50', 5]);
  const criterion = content.files.find(({ unit }) => unit === 'so-b').criteria.find(({ code }) => code === 'A.1.1');
  assert.deepEqual([criterion.appraised, criterion.appraised_reason], ['0.25', 'Nhận xét nội bộ của thẩm định.']);
  assert.equal(content.acts.at(-1).act, 'submit');
  for (const account of ['thanh-tra-vien', 'nguoi-ky', 'can-bo']) assert.ok(!JSON.stringify(content).includes(account), account);
});

test('what is done with it later changes nothing of a package', async () => {
  await place.review();
  assert.equal(exportTo('sau.zip', ...sign()).status, 0);
  assert.ok(readFileSync(path.join(folder, 'sau.zip')).equals(whole));
});

test('whoever hands the round in downloads the same package from the page, where the server has a key', async () => {
  const target = `/api/v1/rounds/${round}/package`, work = `/api/v1/rounds/${round}/work`;
  const without = await place.server.ask('GET', target, { cookie: place.people.inspector });
  assert.deepEqual([without.status, without.json.code], [503, 'package.no_server_key']);
  assert.equal((await place.get(work, place.people.inspector)).package, 'no_key');
  const server = await serveIn({ LIEM_PACKAGE_KEY: key }, place.data);
  try {
    const got = await server.ask('GET', target, { cookie: place.people.inspector });
    assert.deepEqual([got.status, got.bytes.equals(whole)], [200, true]);
    assert.match(got.headers['content-disposition'], /tinh-dot-1\.zip/);
    const refusedTo = await server.ask('GET', target, { cookie: place.people.reviewer });
    assert.deepEqual([refusedTo.status, refusedTo.json.code], [403, 'workflow.wrong_role']);
    const state = async (who) => (await server.ask('GET', work, { cookie: place.people[who] })).json.package;
    assert.deepEqual([await state('inspector'), await state('committee')], ['ready', 'none']);
    const [entry] = (await place.get('/api/v1/ledger?limit=1', place.people.inspector)).entries;
    assert.ok(['package_exported', 'access_refused'].includes(entry.act));
    assert.deepEqual(readdirSync(place.data).filter((name) => name.startsWith('.package')), [], 'nothing is left lying there');
  } finally {
    await server.stop();
  }
});

test('a package is verified without any data; whose key it is only a key says', () => {
  const alone = verify(whole);
  assert.equal(alone.status, 0, alone.stderr);
  assert.match(alone.stdout, /The package is whole.*submission 1/);
  assert.match(alone.stdout, /No public key was named/);
  const trusted = verify(whole, '--key', publicKey);
  assert.deepEqual([trusted.status, /No public key/.test(trusted.stdout)], [0, false]);
  assert.equal(run('ledger', 'key', 'new', path.join(folder, 'khac')).status, 0);
  refused(verify(whole, '--key', path.join(folder, 'khac.pub')), 3, /none of those named/);
});

test('every member that is altered, missing, extra or moved is named', () => {
  const change = (how) => {
    const all = members(whole).map((one) => ({ ...one }));
    return zip(how(all) ?? all);
  };
  assert.equal(verify(change(() => {})).status, 0, 'made again as it was');
  const file = members(whole)[3].name;
  refused(verify(change((all) => { all[3].bytes = Buffer.concat([all[3].bytes, Buffer.from('x')]); })), 3, new RegExp(`${file}.* is not as it was signed`));
  refused(verify(change((all) => { all[2].bytes = Buffer.from(String(all[2].bytes).replace('"0.5"', '"0.6"')); })), 3, /round\.json.* is not as it was signed/);
  refused(verify(change((all) => { all.splice(3, 1); })), 3, new RegExp(`${file}.* is missing`));
  refused(verify(change((all) => { all.push({ name: 'files/them', bytes: Buffer.from('x') }); })), 3, /files\/them.* is not in the signed list/);
  refused(verify(change((all) => { all.push({ ...all[3] }); })), 3, /is not in the signed list/);
  refused(verify(change((all) => [...all.slice(0, 3), all[4], all[3], ...all.slice(5)])), 3, new RegExp(`${file}.* is not in its place`));
  refused(verify(change((all) => [...all.slice(1), all[0]])), 3, /manifest\.json.* is not in its place/);
  const several = verify(change((all) => { all[3].bytes = Buffer.from('y'); all.splice(4, 1); all.push({ name: '../ngoai', bytes: Buffer.from('x') }); }));
  assert.equal(several.stderr.trim().split('\n').length, 3, several.stderr);
});

test('an altered manifest or signature is refused before anything else is looked at', () => {
  const change = (how) => {
    const all = members(whole).map((one) => ({ ...one }));
    return zip(how(all) ?? all);
  };
  refused(verify(change((all) => { all[0].bytes = Buffer.from(String(all[0].bytes).replace('"number":1', '"number":2')); })), 3, /signature does not hold/);
  refused(verify(change((all) => { all[1].bytes = Buffer.from('{}'); })), 1, /signature: is not that of a package/);
  refused(verify(change((all) => { all.splice(1, 1); })), 3, /signature.* is missing/);
  refused(verify(Buffer.from('không phải gói')), 1, /is no ZIP file/);
  refused(verify(whole.subarray(0, whole.length / 2)), 1, /is no ZIP file|damaged/);
});
