-- What was done in a round; the last act of a thing leaves its state. Only ever added.
CREATE TABLE work_act (
  province    text NOT NULL,
  round       text NOT NULL,
  position    integer NOT NULL,
  unit        text NOT NULL, -- empty: of the round itself
  criterion   text NOT NULL, -- empty: of the unit's file
  act         text NOT NULL,
  state       text NOT NULL, -- what it left; empty where it stayed
  account     text NOT NULL,
  name        text NOT NULL,
  for_account text NOT NULL, -- empty: for nobody else
  for_name    text NOT NULL,
  at          integer NOT NULL,
  reason      text NOT NULL,
  points      text,
  version     integer,
  PRIMARY KEY (province, round, position),
  FOREIGN KEY (province, round) REFERENCES round (province, id)
);
CREATE INDEX work_act_of_unit ON work_act (province, round, unit, position);

-- The last day of a step of the round; for one unit where it is named.
CREATE TABLE round_deadline (
  province text NOT NULL,
  round    text NOT NULL,
  unit     text NOT NULL,
  step     text NOT NULL,
  due      text NOT NULL,
  PRIMARY KEY (province, round, unit, step),
  FOREIGN KEY (province, round) REFERENCES round (province, id)
);

-- A unit's answers as they are being written; what is handed in is content.
CREATE TABLE draft (
  province text NOT NULL,
  round    text NOT NULL,
  unit     text NOT NULL,
  hash     text NOT NULL,
  answers  blob NOT NULL,
  report_sha256 text, -- put in since the last hand-in
  saved_at integer NOT NULL,
  PRIMARY KEY (province, round, unit),
  FOREIGN KEY (province, round, unit) REFERENCES round_unit (province, round, unit),
  FOREIGN KEY (province, report_sha256) REFERENCES content (province, sha256)
);

CREATE INDEX draft_by_hash ON draft (province, hash);

-- What a unit handed in, one version after the other, for good.
CREATE TABLE file_version (
  province       text NOT NULL,
  round          text NOT NULL,
  unit           text NOT NULL,
  version        integer NOT NULL,
  answers_sha256 text,
  report_sha256  text,
  account        text NOT NULL,
  name           text NOT NULL,
  for_account    text NOT NULL,
  for_name       text NOT NULL,
  at             integer NOT NULL,
  PRIMARY KEY (province, round, unit, version),
  FOREIGN KEY (province, round, unit) REFERENCES round_unit (province, round, unit),
  FOREIGN KEY (province, answers_sha256) REFERENCES content (province, sha256),
  FOREIGN KEY (province, report_sha256) REFERENCES content (province, sha256)
);

-- What a document of the annex is worth for a criterion; the last row of a pair holds.
CREATE TABLE evidence_verdict (
  province    text NOT NULL,
  round       text NOT NULL,
  unit        text NOT NULL,
  document    integer NOT NULL, -- position in the annex
  criterion   text NOT NULL,
  position    integer NOT NULL,
  verdict     text NOT NULL,
  page        integer,
  reason      text NOT NULL,
  account     text NOT NULL,
  name        text NOT NULL,
  for_account text NOT NULL,
  for_name    text NOT NULL,
  at          integer NOT NULL,
  PRIMARY KEY (province, round, unit, document, criterion, position),
  FOREIGN KEY (province, round, unit, document) REFERENCES evidence (province, round, unit, position)
);
-- What came in with a round is the first version.
INSERT INTO file_version (province, round, unit, version, answers_sha256, report_sha256, account, name, for_account, for_name, at)
SELECT s.province, s.round, s.unit, 1, s.answers_sha256, s.report_sha256, '', '', '', '',
       coalesce((SELECT min(l.at) FROM ledger_entry l WHERE l.province = s.province
                 AND l.act = 'papers_imported' AND l.object = s.round || '.' || s.unit), 0)
FROM submission s WHERE s.answers_sha256 IS NOT NULL;
