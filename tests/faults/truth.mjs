// What the server has acknowledged, what it has refused and what nobody can know, held against what is there afterwards.
import { createHash } from 'node:crypto';

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

export class Truth {
  documents = new Map(); // id -> {owner, sha256, lane, state: kept, gone or unsure}
  unanswered = new Map(); // sha256 of what was sent -> owner: it may be there
  refused = new Set(); // sha256 of what was sent: it must not be there
  reasons = new Map(); // report/finding -> the reasons that may stand, null for none
  sessions = new Map(); // cookie -> alive, ended or unsure
  acts = []; // {act, object} of this round that the log must tell of
  wrong = []; // sentences about what should not have been

  kept = (lane) => [...this.documents].filter(([, one]) => one.lane === lane && one.state === 'kept');

  complain(sentence) { this.wrong.push(sentence); }

  async check({ server, cookies, findings, since }) {
    for (const [account, cookie] of Object.entries(cookies)) await this.#checkDocuments(server, account, cookie);
    await this.#checkReasons(server, cookies.inspector, findings);
    await this.#checkSessions(server);
    return this.#checkLog(server, cookies.inspector, since);
  }

  async #checkDocuments(server, account, cookie) {
    const { json } = await server.ask('GET', '/api/v1/documents', { cookie });
    const listed = new Map(json.map((one) => [one.id, one]));
    for (const [id, one] of this.documents) {
      if (one.owner !== account) continue;
      if (one.state === 'kept' && !listed.has(id)) this.complain(`the document ${id} was acknowledged and is lost`);
      if (one.state === 'gone' && listed.has(id)) this.complain(`the document ${id} was deleted and is back`);
      if (!listed.has(id)) this.documents.delete(id);
      else one.state = 'kept';
    }
    for (const { id, sha256: hash } of listed.values()) {
      if (this.refused.has(hash)) this.complain(`the document ${id} was refused and is there`);
      if (!this.documents.has(id)) {
        if (!this.unanswered.has(hash) && !this.refused.has(hash)) this.complain(`nobody sent the document ${id}`);
        this.documents.set(id, { owner: account, sha256: hash, lane: this.unanswered.get(hash), state: 'kept' });
      }
      const file = await server.ask('GET', `/api/v1/documents/${id}/file`, { cookie });
      if (file.status !== 200) this.complain(`the file of ${id} is not there: ${file.json.code}`);
      else if (sha256(file.bytes) !== hash) this.complain(`the file of ${id} is not what was sent`);
    }
  }

  async #checkReasons(server, cookie, findings) {
    for (const [report, ids] of Object.entries(findings)) {
      const { json } = await server.ask('GET', `/api/v1/reports/${report}`, { cookie });
      for (const finding of ids) {
        const key = `${report}/${finding}`;
        const standing = json.acceptances.find((one) => one.finding === finding)?.reason ?? null;
        const possible = this.reasons.get(key) ?? [null];
        if (!possible.includes(standing)) this.complain(`of ${key} stands ${standing}, acknowledged was ${possible.join(' or ')}`);
        this.reasons.set(key, [standing]);
      }
    }
  }

  async #checkSessions(server) {
    for (const [cookie, state] of this.sessions) {
      const { status } = await server.ask('GET', '/api/v1/session', { cookie });
      if (state === 'alive' && status !== 200) this.complain(`a session that was given is lost (${status})`);
      if (state === 'ended' && status !== 401) this.complain(`a session that was ended lives (${status})`);
    }
    this.sessions.clear();
  }

  // The position of the newest row, for the next round.
  async #checkLog(server, cookie, since) {
    const found = new Map();
    let newest = 0;
    for (let next = ''; next !== null;) {
      const { json } = await server.ask('GET', `/api/v1/ledger?limit=200${next && `&cursor=${next}`}`, { cookie });
      newest ||= json.entries[0].position;
      for (const { act, object, position } of json.entries) {
        if (position > since) found.set(`${act} ${object.id}`, (found.get(`${act} ${object.id}`) ?? 0) + 1);
      }
      next = json.next && Number(json.next) > since ? json.next : null;
    }
    for (const act of this.acts) {
      const left = found.get(act) ?? 0;
      if (left === 0) this.complain(`the log does not tell of “${act}”`);
      found.set(act, left - 1);
    }
    this.acts = [];
    return newest;
  }
}
