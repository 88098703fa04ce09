-- The law that the rules of a round's set take numbers from, where they take any; likewise of the
-- sets that a round was moved from.
CREATE TABLE round_law (
  province   text NOT NULL,
  round      text NOT NULL,
  law_sha256 text NOT NULL,
  PRIMARY KEY (province, round),
  FOREIGN KEY (province, round) REFERENCES round (province, id),
  FOREIGN KEY (province, law_sha256) REFERENCES content (province, sha256)
);

CREATE TABLE set_move_law (
  province   text NOT NULL,
  round      text NOT NULL,
  position   integer NOT NULL,
  law_sha256 text NOT NULL,
  PRIMARY KEY (province, round, position),
  FOREIGN KEY (province, round, position) REFERENCES set_move (province, round, position),
  FOREIGN KEY (province, law_sha256) REFERENCES content (province, sha256)
);
