CREATE TABLE consent_record (
  chain BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  period INTEGER NOT NULL,
  subject TEXT,
  content BYTEA,
  digest BYTEA,
  hash BYTEA NOT NULL,
  PRIMARY KEY (chain, seq, period)
) PARTITION BY RANGE (period);
CREATE TABLE consent_record_default PARTITION OF consent_record DEFAULT;
CREATE INDEX consent_record_subject ON consent_record (subject) WHERE subject IS NOT NULL;

CREATE TABLE consent_span (
  chain BIGINT NOT NULL,
  first_seq BIGINT NOT NULL,
  period INTEGER NOT NULL,
  before_hash BYTEA NOT NULL,
  last_seq BIGINT NOT NULL,
  last_hash BYTEA NOT NULL,
  certificate BIGINT,
  PRIMARY KEY (chain, first_seq)
);

CREATE TABLE consent_head (
  chain BIGINT NOT NULL PRIMARY KEY,
  seq BIGINT NOT NULL,
  at BIGINT NOT NULL,
  jws TEXT NOT NULL
);

CREATE TABLE consent_refusal (
  day BIGINT NOT NULL,
  version TEXT NOT NULL,
  language TEXT NOT NULL,
  chain BIGINT NOT NULL,
  total BIGINT NOT NULL,
  PRIMARY KEY (day, version, language, chain)
);

CREATE TABLE consent_revocation (
  subject TEXT NOT NULL PRIMARY KEY,
  period INTEGER NOT NULL,
  consent BYTEA NOT NULL,
  chain BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  ends BIGINT NOT NULL
);
CREATE INDEX consent_revocation_place ON consent_revocation (chain, seq);

CREATE TABLE consent_restriction (
  subject TEXT NOT NULL PRIMARY KEY,
  period INTEGER NOT NULL,
  consent BYTEA NOT NULL,
  since BIGINT NOT NULL
);

CREATE TABLE consent_quarantine (
  chain BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  period INTEGER NOT NULL,
  subject TEXT NOT NULL,
  content BYTEA NOT NULL,
  hash BYTEA NOT NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (chain, seq)
);
CREATE INDEX consent_quarantine_subject ON consent_quarantine (subject);

CREATE TABLE consent_seal (
  period INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL
);

CREATE TABLE consent_publication (
  hash TEXT NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL,
  version TEXT NOT NULL,
  since BIGINT NOT NULL,
  manifest TEXT NOT NULL
);

CREATE TABLE consent_text (
  hash TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL
);

CREATE TABLE consent_retention (
  id BIGINT NOT NULL PRIMARY KEY,
  run BIGINT NOT NULL,
  seen BIGINT NOT NULL
);

CREATE TABLE consent_hold (
  id BIGINT NOT NULL PRIMARY KEY,
  class TEXT NOT NULL,
  reason TEXT NOT NULL,
  reference TEXT NOT NULL,
  owner TEXT NOT NULL,
  until BIGINT NOT NULL
);

CREATE TABLE consent_certificate (
  id BIGINT NOT NULL PRIMARY KEY,
  jws TEXT NOT NULL
);

CREATE TABLE consent_access (
  id BIGINT NOT NULL PRIMARY KEY,
  before_hash BYTEA NOT NULL,
  content TEXT NOT NULL,
  hash BYTEA NOT NULL
);

CREATE TABLE consent_access_head (
  id BIGINT NOT NULL PRIMARY KEY,
  jws TEXT NOT NULL
);

CREATE TABLE consent_disclosure (
  name TEXT NOT NULL PRIMARY KEY,
  period INTEGER NOT NULL,
  day BIGINT NOT NULL,
  content BYTEA NOT NULL
);
