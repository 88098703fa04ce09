CREATE TABLE account (
  province text NOT NULL,
  account  text NOT NULL,
  name     text NOT NULL,
  role     text NOT NULL,
  unit     text NOT NULL,
  password text NOT NULL,
  PRIMARY KEY (province, account)
);

-- Named sign_in because "session" means the connection in other engines.
CREATE TABLE sign_in (
  province   text NOT NULL,
  token_hash text NOT NULL,
  account    text NOT NULL,
  expires_at integer NOT NULL,
  PRIMARY KEY (province, token_hash),
  FOREIGN KEY (province, account) REFERENCES account (province, account)
);
