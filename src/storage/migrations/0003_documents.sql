-- Files people send to have them read. Their bytes lie beside the database, by id.
CREATE TABLE document (
  province    text NOT NULL,
  id          text NOT NULL,
  position    integer NOT NULL, -- in the order of arrival
  account     text NOT NULL,
  unit        text NOT NULL,
  name        text NOT NULL,
  sha256      text NOT NULL,
  size        integer NOT NULL,
  created_at  integer NOT NULL,
  state       text NOT NULL,
  turn        integer NOT NULL, -- when it was last begun, counted; 0: never
  attempts    integer NOT NULL,
  pages_done  integer,
  pages_total integer,
  problem     text,             -- code of a message
  PRIMARY KEY (province, id),
  UNIQUE (province, position),
  FOREIGN KEY (province, account) REFERENCES account (province, account)
);
CREATE INDEX document_by_account ON document (province, account, position);
CREATE INDEX document_by_state ON document (province, state, position);

CREATE TABLE document_problem (
  province text NOT NULL,
  document text NOT NULL,
  position integer NOT NULL,
  name     text NOT NULL,
  value    text NOT NULL,
  PRIMARY KEY (province, document, position),
  FOREIGN KEY (province, document) REFERENCES document (province, id)
);

-- What extraction found; plain text is its own file.
CREATE TABLE document_text (
  province text NOT NULL,
  document text NOT NULL,
  bytes    blob NOT NULL,
  PRIMARY KEY (province, document),
  FOREIGN KEY (province, document) REFERENCES document (province, id)
);

-- Rows are only ever added: the last of a finding counts. The round is empty for documents.
CREATE TABLE acceptance (
  province text NOT NULL,
  unit     text NOT NULL,
  round    text NOT NULL,
  finding  text NOT NULL,
  position integer NOT NULL,
  verdict  text NOT NULL,
  reason   text NOT NULL,
  account  text NOT NULL,
  name     text NOT NULL,
  at       integer NOT NULL,
  PRIMARY KEY (province, unit, round, finding, position)
);

-- The file handed in with a row of the annex.
CREATE TABLE evidence_file (
  province text NOT NULL,
  round    text NOT NULL,
  unit     text NOT NULL,
  position integer NOT NULL,
  name     text NOT NULL,
  size     integer NOT NULL,
  sha256   text NOT NULL,
  PRIMARY KEY (province, round, unit, position),
  FOREIGN KEY (province, round, unit, position)
    REFERENCES evidence (province, round, unit, position),
  FOREIGN KEY (province, sha256) REFERENCES content (province, sha256)
);
