-- The round whose papers a round's plan was copied from; no row where it was planned from nothing.
CREATE TABLE round_copied (
  province    text NOT NULL,
  round       text NOT NULL,
  copied_from text NOT NULL,
  PRIMARY KEY (province, round),
  FOREIGN KEY (province, round) REFERENCES round (province, id),
  FOREIGN KEY (province, copied_from) REFERENCES round (province, id)
);

-- Who of a unit sees to a criterion of its file.
CREATE TABLE assignment (
  province  text NOT NULL,
  round     text NOT NULL,
  unit      text NOT NULL,
  criterion text NOT NULL,
  account   text NOT NULL,
  PRIMARY KEY (province, round, unit, criterion, account),
  FOREIGN KEY (province, round, unit) REFERENCES round_unit (province, round, unit),
  FOREIGN KEY (province, account) REFERENCES account (province, account)
);

-- A document that is to be issued in a round.
CREATE TABLE round_task (
  province text NOT NULL,
  round    text NOT NULL,
  id       text NOT NULL,
  position integer NOT NULL,
  title    text NOT NULL,
  due      text,           -- last day, where one is set
  unit     text NOT NULL,  -- that sees to it; empty: not said
  state    text NOT NULL,  -- open, done or dropped
  paper    text NOT NULL,  -- number and date of what was issued
  reason   text NOT NULL,  -- why it was dropped
  PRIMARY KEY (province, round, id),
  FOREIGN KEY (province, round) REFERENCES round (province, id)
);
