-- What a round was pinned to, and what its units' papers were, before it was moved to a corrected
-- set. Rows are only ever added; the contents they name stay.
CREATE TABLE set_move (
  province       text NOT NULL,
  round          text NOT NULL,
  position       integer NOT NULL,
  moved_at       integer NOT NULL,
  moved_by       text NOT NULL,
  reason         text NOT NULL,
  set_id         text NOT NULL,
  set_version    text NOT NULL,
  set_title_vi   text NOT NULL,
  set_title_en   text NOT NULL,
  set_sha256     text NOT NULL,
  items_sha256   text NOT NULL,
  mapping_sha256 text,
  PRIMARY KEY (province, round, position),
  FOREIGN KEY (province, round) REFERENCES round (province, id),
  FOREIGN KEY (province, set_sha256) REFERENCES content (province, sha256),
  FOREIGN KEY (province, items_sha256) REFERENCES content (province, sha256),
  FOREIGN KEY (province, mapping_sha256) REFERENCES content (province, sha256)
);

CREATE TABLE set_move_answers (
  province       text NOT NULL,
  round          text NOT NULL,
  position       integer NOT NULL,
  unit           text NOT NULL,
  answers_sha256 text NOT NULL,
  PRIMARY KEY (province, round, position, unit),
  FOREIGN KEY (province, round, position) REFERENCES set_move (province, round, position),
  FOREIGN KEY (province, answers_sha256) REFERENCES content (province, sha256)
);

-- The criteria that rows of the annex (annex_position) stood for.
CREATE TABLE set_move_evidence (
  province       text NOT NULL,
  round          text NOT NULL,
  position       integer NOT NULL,
  unit           text NOT NULL,
  annex_position integer NOT NULL,
  criterion      text NOT NULL,
  PRIMARY KEY (province, round, position, unit, annex_position, criterion),
  FOREIGN KEY (province, round, position) REFERENCES set_move (province, round, position)
);
