-- What a person is told: once of each act or deadline (cause). Written with the act itself.
CREATE TABLE notice (
  province   text NOT NULL,
  account    text NOT NULL,
  position   integer NOT NULL, -- in the order they came to the account, from 1
  cause      text NOT NULL,
  kind       text NOT NULL, -- 'work', 'mention', 'reminder'
  about      text NOT NULL, -- the act, or the step of a reminder
  round      text NOT NULL,
  unit       text NOT NULL, -- may be empty
  criterion  text NOT NULL, -- may be empty
  act        integer,       -- its position in work_act, where it stands there
  by_name    text NOT NULL, -- empty of a reminder
  for_name   text NOT NULL, -- for whom he did it, may be empty
  step       text NOT NULL, -- with its last day, where it is about one
  due        text,
  made_at    integer NOT NULL,
  read_at    integer,
  mail       text NOT NULL, -- 'off', 'at_once', 'daily': as its reader wanted it then
  mail_state text NOT NULL, -- 'none', 'waiting', 'sending', 'sent', 'given_up'
  PRIMARY KEY (province, account, position),
  UNIQUE (province, account, cause),
  FOREIGN KEY (province, account) REFERENCES account (province, account),
  FOREIGN KEY (province, round) REFERENCES round (province, id)
);
CREATE INDEX notice_by_mail ON notice (province, mail_state, mail);

-- What a person wants by e-mail, and where.
CREATE TABLE notice_choice (
  province text NOT NULL,
  account  text NOT NULL,
  address  text NOT NULL, -- empty: no e-mail
  locale   text NOT NULL, -- 'vi', 'en'
  work     text NOT NULL, -- of each kind 'off', 'at_once', 'daily'
  mention  text NOT NULL,
  reminder text NOT NULL,
  PRIMARY KEY (province, account),
  FOREIGN KEY (province, account) REFERENCES account (province, account)
);
