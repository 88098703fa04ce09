-- Who an account is at the province's provider of sign-ins; linked by an administrator alone.
CREATE TABLE identity (
  province  text NOT NULL,
  issuer    text NOT NULL,
  subject   text NOT NULL, -- the provider's name for the person
  account   text NOT NULL,
  linked_at integer NOT NULL,
  PRIMARY KEY (province, issuer, subject),
  UNIQUE (province, account, issuer),
  FOREIGN KEY (province, account) REFERENCES account (province, account)
);

-- A sign-in under way there; used up by the answer that comes back.
CREATE TABLE openid_attempt (
  province     text NOT NULL,
  state_hash   text NOT NULL,
  browser_hash text NOT NULL,
  nonce        text NOT NULL,
  verifier     text NOT NULL,
  expires_at   integer NOT NULL,
  PRIMARY KEY (province, state_hash)
);

ALTER TABLE sign_in ADD COLUMN way text NOT NULL DEFAULT 'password'; -- or 'openid'
