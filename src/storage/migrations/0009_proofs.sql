-- How an account proves who it is, and what lasts of it. A password that another chose is due to
-- be changed at the next sign-in.
ALTER TABLE account ADD COLUMN password_due integer NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN disabled_at integer;

-- Everybody signs in again: what the new columns say of a session was not known of the old ones.
DROP TABLE sign_in;
CREATE TABLE sign_in (
  province   text NOT NULL,
  token_hash text NOT NULL,
  id         text NOT NULL, -- what its owner calls it by; proves nothing
  account    text NOT NULL,
  made_at    integer NOT NULL,
  seen_at    integer NOT NULL,
  expires_at integer NOT NULL,
  address    text NOT NULL,
  program    text NOT NULL,
  stage      text NOT NULL, -- whole, or second_step while a code is awaited
  PRIMARY KEY (province, token_hash),
  UNIQUE (province, id),
  FOREIGN KEY (province, account) REFERENCES account (province, account)
);
CREATE INDEX sign_in_by_account ON sign_in (province, account);

CREATE TABLE second_step (
  province  text NOT NULL,
  account   text NOT NULL,
  secret    text NOT NULL, -- hexadecimal; codes are computed from it, so it cannot be hashed
  confirmed integer NOT NULL,
  last_step integer,       -- no code of it or of an earlier one is taken again
  PRIMARY KEY (province, account),
  FOREIGN KEY (province, account) REFERENCES account (province, account)
);

CREATE TABLE recovery_code (
  province  text NOT NULL,
  account   text NOT NULL,
  code_hash text NOT NULL,
  used_at   integer,
  PRIMARY KEY (province, account, code_hash),
  FOREIGN KEY (province, account) REFERENCES second_step (province, account)
);

CREATE TABLE api_token (
  province    text NOT NULL,
  id          text NOT NULL,
  account     text NOT NULL,
  name        text NOT NULL,
  secret_hash text NOT NULL,
  may_read    integer NOT NULL,
  may_write   integer NOT NULL,
  made_at     integer NOT NULL,
  expires_at  integer NOT NULL,
  used_at     integer,
  revoked_at  integer,
  PRIMARY KEY (province, id),
  FOREIGN KEY (province, account) REFERENCES account (province, account)
);
CREATE INDEX api_token_by_account ON api_token (province, account);
