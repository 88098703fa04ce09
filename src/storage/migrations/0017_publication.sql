-- What was published of a round, frozen: the bytes are a content. Only ever added.
CREATE TABLE publication (
  province        text NOT NULL,
  round           text NOT NULL,
  number          integer NOT NULL, -- from 1, without gaps
  document_sha256 text NOT NULL,
  act             text NOT NULL, -- publish or correct
  name            text NOT NULL, -- of the official
  role            text NOT NULL,
  unit            text NOT NULL,
  unit_vi         text NOT NULL, -- its name on that day
  unit_en         text NOT NULL,
  for_name        text NOT NULL, -- whose office it was; empty: one's own
  at              integer NOT NULL,
  reason          text NOT NULL,
  PRIMARY KEY (province, round, number),
  FOREIGN KEY (province, round) REFERENCES round (province, id),
  FOREIGN KEY (province, document_sha256) REFERENCES content (province, sha256)
);
