-- What a create answered under the key its sender chose, so that sending it again creates nothing
-- twice; forgotten after a day.
CREATE TABLE kept_answer (
  province    text NOT NULL,
  account     text NOT NULL,
  request_key text NOT NULL,
  request     text NOT NULL, -- SHA-256 of what was asked
  status      integer NOT NULL,
  body        text NOT NULL,
  created_at  integer NOT NULL,
  PRIMARY KEY (province, account, request_key)
);
