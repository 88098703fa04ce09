// Several people who write through the API at once and keep account of what they were told.
import { pause, signIn } from '../api/liem.mjs';
import { sha256 } from './truth.mjs';

const most_kept = 4; // documents of one lane

// One lane does one thing after another; what it writes to, no other lane does.
class Lane {
  constructor(world, { name, account, credentials, findings }) {
    Object.assign(this, { world, name, account, credentials, findings, sent: 0 });
  }

  get cookie() { return this.world.cookies[this.account]; }

  // done, refused or unsure; what is neither a clear refusal nor an answer is complained of.
  async #told(asking, expected) {
    const { truth, counts } = this.world;
    try {
      const answer = await asking;
      if (answer.status === expected) return ['done', answer];
      const { code } = answer.json;
      counts.codes[code] = (counts.codes[code] ?? 0) + 1;
      if (answer.status === 500) truth.complain(`an unclear error: ${answer.text}`);
      return [code === 'storage.outcome_unknown' ? 'unsure' : 'refused', answer];
    } catch (failed) {
      if (failed.code === 'ECONNREFUSED' && this.world.mayVanish) { // no server there: nothing was sent
        await pause(20);
        return ['refused'];
      }
      if (failed.code === 'ERR_ASSERTION') truth.complain(`not an answer of the contract: ${failed.message}`);
      else if (!this.world.mayVanish) truth.complain(`no answer though the server was not stopped: ${failed.message}`);
      return ['unsure'];
    }
  }

  #count(outcome, answer) { if (outcome !== 'refused' || answer) ++this.world.counts[outcome]; }

  async send() {
    const { server, truth, chance } = this.world;
    const body = `Lượt ${this.name}.${++this.sent}: `.padEnd(chance.between(40, 200_000), 'Việc đã làm trong năm. ');
    const hash = sha256(body);
    const [outcome, answer] = await this.#told(server.ask('POST', '/api/v1/documents?name=a.txt',
      { cookie: this.cookie, headers: { 'content-type': 'application/octet-stream' }, body }), 202);
    this.#count(outcome, answer);
    if (outcome === 'unsure') truth.unanswered.set(hash, this.name);
    if (outcome === 'refused') truth.refused.add(hash);
    if (outcome !== 'done') return;
    if (answer.json.sha256 !== hash) truth.complain('another hash came back than was sent');
    truth.documents.set(answer.json.id, { owner: this.account, sha256: hash, lane: this.name, state: 'kept' });
    truth.acts.push(`document_added ${answer.json.id}`);
  }

  async remove([id, one]) {
    const { server, truth } = this.world;
    const [outcome, answer] = await this.#told(server.ask('DELETE', `/api/v1/documents/${id}`, { cookie: this.cookie }), 204);
    this.#count(outcome, answer);
    if (outcome === 'unsure') one.state = 'unsure';
    if (outcome !== 'done') return;
    one.state = 'gone';
    truth.acts.push(`document_removed ${id}`);
  }

  async fetch([id, one]) {
    const { server, truth } = this.world;
    const [outcome, answer] = await this.#told(server.ask('GET', `/api/v1/documents/${id}/file`, { cookie: this.cookie }), 200);
    if (outcome === 'done' && sha256(answer.bytes) !== one.sha256) truth.complain(`the file of ${id} came back as another`);
  }

  // Says why a finding stands, or takes it back.
  async explain() {
    const { server, truth, chance } = this.world;
    const [report, finding] = chance.one(this.findings);
    const key = `${report}/${finding}`;
    const before = truth.reasons.get(key) ?? [null];
    const back = before.length === 1 && before[0] !== null && chance.next() < 0.4;
    const reason = back ? null : `Lý do ${this.name}.${++this.sent}`;
    const target = `/api/v1/reports/${report}/findings/${finding}/acceptance`;
    const [outcome, answer] = await this.#told(back
      ? server.ask('DELETE', target, { cookie: this.cookie })
      : server.ask('PUT', target, { cookie: this.cookie, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ reason }) }),
    back ? 204 : 200);
    this.#count(outcome, answer);
    if (outcome === 'unsure') truth.reasons.set(key, [...before, reason]);
    if (outcome !== 'done') return;
    truth.reasons.set(key, [reason]);
    truth.acts.push(`${back ? 'acceptance_withdrawn' : 'finding_accepted'} ${report.split('.')[0]}.${finding}`);
  }

  async comeAndGo() {
    const { server, truth, chance } = this.world;
    const [came, answer] = await this.#told(signIn(server, this.credentials), 200);
    this.#count(came, answer);
    if (came !== 'done') return;
    const cookie = answer.headers['set-cookie'][0].split(';')[0];
    truth.sessions.set(cookie, 'alive');
    if (chance.next() < 0.5) return;
    const [went, left] = await this.#told(server.ask('DELETE', '/api/v1/session', { cookie }), 204);
    this.#count(went, left);
    truth.sessions.set(cookie, { done: 'ended', refused: 'alive', unsure: 'unsure' }[went]);
  }

  step() {
    const { truth, chance } = this.world;
    const kept = truth.kept(this.name);
    const drawn = chance.next();
    if (drawn < 0.03) return this.comeAndGo();
    if (drawn < 0.4 && this.findings.length > 0) return this.explain();
    if (drawn < 0.5 && kept.length > 0) return this.fetch(chance.one(kept));
    if (kept.length >= most_kept || (drawn < 0.65 && kept.length > 0)) return this.remove(chance.one(kept));
    return this.send();
  }
}

// Writes until stop(), which resolves once every lane has heard its last answer.
export function startWriting(world, lanes) {
  let over = false;
  const done = Promise.all(lanes.map(async (lane) => {
    while (!over) {
      await lane.step();
      await pause(world.chance.between(0, 5));
    }
  }));
  return { stop() { over = true; return done; } };
}

export const lanesOf = (world, plans) => plans.map((plan) => new Lane(world, plan));
