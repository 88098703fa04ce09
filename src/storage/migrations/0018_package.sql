-- A round that came from a province in a package: its numbers and points are not ours to change.
CREATE TABLE received_package (
  province        text NOT NULL,
  round           text NOT NULL,
  number          integer NOT NULL, -- which submission it is, from 1
  manifest_sha256 text NOT NULL,    -- the name of the package
  round_sha256    text NOT NULL,    -- what it said, to compare a later one with
  signing_key     text NOT NULL,    -- the public key, hexadecimal
  submitted_by    text NOT NULL,
  submitted_at    integer NOT NULL,
  received_by     text NOT NULL,
  received_at     integer NOT NULL,
  PRIMARY KEY (province, round),
  FOREIGN KEY (province, round) REFERENCES round (province, id),
  FOREIGN KEY (province, manifest_sha256) REFERENCES content (province, sha256),
  FOREIGN KEY (province, round_sha256) REFERENCES content (province, sha256)
);
