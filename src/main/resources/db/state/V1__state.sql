-- What is remembered from one run to the next (docs/operations.md). H2 and PostgreSQL both take this.

-- The last run that came to its end, of each installation.
create table memory (
  owner varchar(32) not null primary key,
  run varchar(36) not null,
  untouched timestamp(6) with time zone not null,
  compared timestamp(6) with time zone not null,
  rules varchar(32) not null
);

create table memory_blueprint (
  run varchar(36) not null,
  blueprint varchar(1000) not null,
  fingerprint varchar(32) not null,
  primary key (run, blueprint)
);

-- Fingerprints of 16 bytes each. A row for each entity would be a hundred times as much work.
create table memory_part (
  run varchar(36) not null,
  list varchar(10) not null,
  part integer not null,
  owner varchar(32) not null,
  content bytea not null,
  primary key (run, list, part)
);

create table past_run (
  run varchar(36) not null primary key,
  owner varchar(32) not null,
  started timestamp(6) with time zone not null,
  ended timestamp(6) with time zone not null,
  result varchar(20) not null,
  reason varchar(1000) not null,
  partial boolean not null,
  trusted bigint not null,
  deleted bigint not null
);

create index past_run_by_owner on past_run (owner, started);

create table past_kind (
  run varchar(36) not null references past_run (run) on delete cascade,
  place integer not null,
  kind varchar(1000) not null,
  state varchar(20) not null,
  pages bigint not null,
  batches bigint not null,
  items_read bigint not null,
  filtered bigint not null,
  skipped bigint not null,
  doubtful bigint not null,
  mapped bigint not null,
  unchanged bigint not null,
  created bigint not null,
  updated bigint not null,
  rejected bigint not null,
  unmatched bigint not null,
  failed bigint not null,
  primary key (run, place)
);
