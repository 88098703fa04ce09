-- The log: who did what, each entry with the hash of the one before it (src/ledger). Rows are only
-- ever added, and the database itself refuses anything else.
CREATE TABLE ledger_entry (
  province     text NOT NULL,
  position     integer NOT NULL,
  at           integer NOT NULL,
  actor        text NOT NULL,
  on_behalf_of text NOT NULL,
  act          text NOT NULL,
  object_kind  text NOT NULL,
  object       text NOT NULL,
  unit         text NOT NULL,
  before_kind  integer NOT NULL, -- 0: nothing, 1: JSON, 2: the hash of a content
  state_before text NOT NULL,
  after_kind   integer NOT NULL,
  state_after  text NOT NULL,
  reason       text NOT NULL,
  previous     text NOT NULL,
  hash         text NOT NULL,
  PRIMARY KEY (province, position)
);
CREATE INDEX ledger_entry_by_unit ON ledger_entry (province, unit, position);
CREATE INDEX ledger_entry_by_object ON ledger_entry (province, object, position);
CREATE INDEX ledger_entry_by_actor ON ledger_entry (province, actor, position);
CREATE INDEX ledger_entry_by_principal ON ledger_entry (province, on_behalf_of, position);

CREATE TABLE ledger_checkpoint (
  province  text NOT NULL,
  position  integer NOT NULL,
  at        integer NOT NULL,
  key_id    text NOT NULL,
  hash      text NOT NULL,
  signature text NOT NULL,
  PRIMARY KEY (province, position, at, key_id)
);

-- What the next entry is chained to; locked while one is added.
CREATE TABLE ledger_head (
  province text NOT NULL,
  position integer NOT NULL,
  hash     text NOT NULL,
  at       integer NOT NULL,
  PRIMARY KEY (province)
);

--sqlite
CREATE TRIGGER ledger_entry_stays BEFORE UPDATE ON ledger_entry
BEGIN SELECT raise(ABORT, 'the log is only ever added to'); END;
CREATE TRIGGER ledger_entry_is_kept BEFORE DELETE ON ledger_entry
BEGIN SELECT raise(ABORT, 'the log is only ever added to'); END;
CREATE TRIGGER ledger_checkpoint_stays BEFORE UPDATE ON ledger_checkpoint
BEGIN SELECT raise(ABORT, 'the log is only ever added to'); END;
CREATE TRIGGER ledger_checkpoint_is_kept BEFORE DELETE ON ledger_checkpoint
BEGIN SELECT raise(ABORT, 'the log is only ever added to'); END;
CREATE TRIGGER ledger_entry_is_new BEFORE INSERT ON ledger_entry
WHEN EXISTS (SELECT 1 FROM ledger_entry e WHERE e.province = new.province
             AND e.position = new.position)
BEGIN SELECT raise(ABORT, 'the log is only ever added to'); END;
--postgresql
CREATE FUNCTION ledger_stays() RETURNS trigger LANGUAGE plpgsql AS
'BEGIN RAISE EXCEPTION ''the log is only ever added to''; END';
CREATE TRIGGER ledger_entry_stays BEFORE UPDATE OR DELETE ON ledger_entry
FOR EACH ROW EXECUTE FUNCTION ledger_stays();
CREATE TRIGGER ledger_entry_is_kept BEFORE TRUNCATE ON ledger_entry
FOR EACH STATEMENT EXECUTE FUNCTION ledger_stays();
CREATE TRIGGER ledger_checkpoint_stays BEFORE UPDATE OR DELETE ON ledger_checkpoint
FOR EACH ROW EXECUTE FUNCTION ledger_stays();
CREATE TRIGGER ledger_checkpoint_is_kept BEFORE TRUNCATE ON ledger_checkpoint
FOR EACH STATEMENT EXECUTE FUNCTION ledger_stays();
