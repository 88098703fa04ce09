-- The province stands first in every key, so that rows can be spread by it.
CREATE TABLE content (
  province text NOT NULL,
  sha256   text NOT NULL,
  bytes    blob NOT NULL,
  PRIMARY KEY (province, sha256)
);

CREATE TABLE unit (
  province   text NOT NULL,
  id         text NOT NULL,
  valid_from text NOT NULL,
  valid_to   text,
  kind       text NOT NULL,
  parent     text NOT NULL,
  name_vi    text NOT NULL,
  name_en    text NOT NULL,
  basis      text NOT NULL,
  PRIMARY KEY (province, id, valid_from)
);

CREATE TABLE round (
  province     text NOT NULL,
  id           text NOT NULL,
  title_vi     text NOT NULL,
  title_en     text NOT NULL,
  year         integer NOT NULL,
  period_from  text NOT NULL,
  period_to    text NOT NULL,
  set_id       text NOT NULL,
  set_version  text NOT NULL,
  set_title_vi text NOT NULL,
  set_title_en text NOT NULL,
  set_sha256   text NOT NULL,
  items_sha256 text NOT NULL,
  PRIMARY KEY (province, id),
  FOREIGN KEY (province, set_sha256) REFERENCES content (province, sha256),
  FOREIGN KEY (province, items_sha256) REFERENCES content (province, sha256)
);

CREATE TABLE round_unit (
  province   text NOT NULL,
  round      text NOT NULL,
  unit       text NOT NULL,
  valid_from text NOT NULL,
  position   integer NOT NULL,
  PRIMARY KEY (province, round, unit),
  UNIQUE (province, round, position),
  FOREIGN KEY (province, round) REFERENCES round (province, id),
  FOREIGN KEY (province, unit, valid_from) REFERENCES unit (province, id, valid_from)
);

CREATE TABLE submission (
  province       text NOT NULL,
  round          text NOT NULL,
  unit           text NOT NULL,
  report_sha256  text,
  answers_sha256 text,
  PRIMARY KEY (province, round, unit),
  FOREIGN KEY (province, round, unit) REFERENCES round_unit (province, round, unit),
  FOREIGN KEY (province, report_sha256) REFERENCES content (province, sha256),
  FOREIGN KEY (province, answers_sha256) REFERENCES content (province, sha256)
);

CREATE TABLE quote (
  province   text NOT NULL,
  round      text NOT NULL,
  unit       text NOT NULL,
  item       text NOT NULL,
  begin_byte integer NOT NULL,
  end_byte   integer NOT NULL,
  PRIMARY KEY (province, round, unit, item),
  FOREIGN KEY (province, round, unit) REFERENCES submission (province, round, unit)
);

CREATE TABLE evidence (
  province text NOT NULL,
  round    text NOT NULL,
  unit     text NOT NULL,
  position integer NOT NULL,
  type     text NOT NULL,
  number   text,
  date     text,
  issuer   text,
  title    text NOT NULL,
  PRIMARY KEY (province, round, unit, position),
  FOREIGN KEY (province, round, unit) REFERENCES submission (province, round, unit)
);

CREATE TABLE evidence_criterion (
  province  text NOT NULL,
  round     text NOT NULL,
  unit      text NOT NULL,
  position  integer NOT NULL,
  criterion text NOT NULL,
  PRIMARY KEY (province, round, unit, position, criterion),
  FOREIGN KEY (province, round, unit, position)
    REFERENCES evidence (province, round, unit, position)
);
