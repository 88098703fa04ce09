-- Codes that changed when a round was moved to another set: what was done, judged and assigned under
-- `before` stands under `after` since then. Rows are only ever added.
CREATE TABLE set_move_criterion (
  province text NOT NULL,
  round    text NOT NULL,
  position integer NOT NULL,
  before   text NOT NULL,
  after    text NOT NULL,
  PRIMARY KEY (province, round, position, before),
  FOREIGN KEY (province, round, position) REFERENCES set_move (province, round, position)
);
