-- Who acts for whom, on which days; rows stay when they are over.
CREATE TABLE delegation (
  province  text NOT NULL,
  id        text NOT NULL,
  principal text NOT NULL, -- the account whose office it is
  delegate  text NOT NULL, -- the account that holds it for these days
  role      text NOT NULL, -- the office as it was delegated
  unit      text NOT NULL,
  first_day text NOT NULL, -- both included, as days begin in Vietnam
  last_day  text NOT NULL,
  reason    text NOT NULL,
  paper     text NOT NULL, -- number and date of the decision, may be empty
  made_by   text NOT NULL,
  made_at   integer NOT NULL,
  ended_by  text NOT NULL, -- empty until somebody ends it before its last day
  ended_at  integer,
  PRIMARY KEY (province, id),
  FOREIGN KEY (province, principal) REFERENCES account (province, account),
  FOREIGN KEY (province, delegate) REFERENCES account (province, account)
);
CREATE INDEX delegation_by_delegate ON delegation (province, delegate);
CREATE INDEX delegation_by_principal ON delegation (province, principal);

-- Who accepted a finding for another, and for whom; empty where for nobody.
ALTER TABLE acceptance ADD COLUMN on_behalf_of text NOT NULL DEFAULT '';
ALTER TABLE acceptance ADD COLUMN on_behalf_of_name text NOT NULL DEFAULT '';
