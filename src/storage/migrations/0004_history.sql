-- Units over time with their yearly values, as a round's folder brought them. Rows are only ever
-- added: the last one counts.
CREATE TABLE history (
  province      text NOT NULL,
  position      integer NOT NULL,
  round         text NOT NULL,
  units_sha256  text NOT NULL,
  values_sha256 text NOT NULL,
  items_sha256  text NOT NULL,
  PRIMARY KEY (province, position),
  FOREIGN KEY (province, round) REFERENCES round (province, id),
  FOREIGN KEY (province, units_sha256) REFERENCES content (province, sha256),
  FOREIGN KEY (province, values_sha256) REFERENCES content (province, sha256),
  FOREIGN KEY (province, items_sha256) REFERENCES content (province, sha256)
);
