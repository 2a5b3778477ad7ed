CREATE TABLE consent_record (
  chain INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  period INTEGER NOT NULL,
  subject TEXT,
  content BLOB,
  digest BLOB,
  hash BLOB NOT NULL,
  PRIMARY KEY (chain, seq)
) WITHOUT ROWID;
CREATE INDEX consent_record_subject ON consent_record (subject) WHERE subject IS NOT NULL;

CREATE TABLE consent_span (
  chain INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  period INTEGER NOT NULL,
  before_hash BLOB NOT NULL,
  last_seq INTEGER NOT NULL,
  last_hash BLOB NOT NULL,
  certificate INTEGER,
  PRIMARY KEY (chain, first_seq)
) WITHOUT ROWID;

CREATE TABLE consent_head (
  chain INTEGER NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  jws TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE consent_refusal (
  day INTEGER NOT NULL,
  version TEXT NOT NULL,
  language TEXT NOT NULL,
  chain INTEGER NOT NULL,
  total INTEGER NOT NULL,
  PRIMARY KEY (day, version, language, chain)
) WITHOUT ROWID;

CREATE TABLE consent_revocation (
  subject TEXT NOT NULL PRIMARY KEY,
  period INTEGER NOT NULL,
  consent BLOB NOT NULL,
  chain INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ends INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX consent_revocation_place ON consent_revocation (chain, seq);

CREATE TABLE consent_restriction (
  subject TEXT NOT NULL PRIMARY KEY,
  period INTEGER NOT NULL,
  consent BLOB NOT NULL,
  since INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE consent_quarantine (
  chain INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  period INTEGER NOT NULL,
  subject TEXT NOT NULL,
  content BLOB NOT NULL,
  hash BLOB NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (chain, seq)
);
CREATE INDEX consent_quarantine_subject ON consent_quarantine (subject);

CREATE TABLE consent_seal (
  period INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL
);

CREATE TABLE consent_publication (
  hash TEXT NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL,
  version TEXT NOT NULL,
  since INTEGER NOT NULL,
  manifest TEXT NOT NULL
);

CREATE TABLE consent_text (
  hash TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL
);

CREATE TABLE consent_retention (
  id INTEGER NOT NULL PRIMARY KEY,
  run INTEGER NOT NULL,
  seen INTEGER NOT NULL
);

CREATE TABLE consent_hold (
  id INTEGER NOT NULL PRIMARY KEY,
  class TEXT NOT NULL,
  reason TEXT NOT NULL,
  reference TEXT NOT NULL,
  owner TEXT NOT NULL,
  until INTEGER NOT NULL
);

CREATE TABLE consent_certificate (
  id INTEGER NOT NULL PRIMARY KEY,
  jws TEXT NOT NULL
);

CREATE TABLE consent_access (
  id INTEGER NOT NULL PRIMARY KEY,
  before_hash BLOB NOT NULL,
  content TEXT NOT NULL,
  hash BLOB NOT NULL
);

CREATE TABLE consent_access_head (
  id INTEGER NOT NULL PRIMARY KEY,
  jws TEXT NOT NULL
);

CREATE TABLE consent_disclosure (
  name TEXT NOT NULL PRIMARY KEY,
  period INTEGER NOT NULL,
  day INTEGER NOT NULL,
  content BLOB NOT NULL
);
