-- Work in the background, taken for a time by whoever has a hand free. What was done is gone.
CREATE TABLE job (
  province    text NOT NULL,
  kind        text NOT NULL,
  payload     text NOT NULL,
  lane        text NOT NULL,    -- never two of one lane at once
  position    integer NOT NULL, -- in the order of arrival
  state       text NOT NULL,    -- 'waiting', 'running', 'given_up'
  tries       integer NOT NULL,
  not_before  integer NOT NULL,
  taken_by    text,
  taken_until integer,
  last_error  text,             -- code of a message
  PRIMARY KEY (province, kind, payload)
);
CREATE INDEX job_by_state ON job (province, kind, state, lane);

INSERT INTO job (province, kind, payload, lane, position, state, tries, not_before)
SELECT province, 'document.read', id, account, position, 'waiting', attempts, 0
FROM document WHERE state IN ('waiting', 'extracting', 'reading');
