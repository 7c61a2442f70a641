import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first schema. Times are timestamptz, ids are uuid (v7, made by the server, so that they sort by age), enumerations are text with a check.
 * better-auth's own tables (account_user, account_session, account_login, account_verification) are made here as well.
 */
export class Initial1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE choice_over, choice, annotation, reward, sample, metric, lease, trial, candidate, search, search_space, dataset, worker,
        file, event, feed, api_token, invitation, member, team, account_verification, account_login, account_session, account_user, secret`);
  }
}

const sql = `
-- Keys that the platform makes for itself, shared by all processes on this database: they sign cookies and upload addresses.
CREATE TABLE secret (
  name text PRIMARY KEY,
  value text NOT NULL
);
CREATE TABLE account_user (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL CONSTRAINT account_user_email_unique UNIQUE,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE account_session (
  id text PRIMARY KEY,
  user_id text NOT NULL CONSTRAINT account_session_user REFERENCES account_user ON DELETE CASCADE,
  token text NOT NULL CONSTRAINT account_session_token_unique UNIQUE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX account_session_by_user ON account_session (user_id);
CREATE TABLE account_login (
  id text PRIMARY KEY,
  user_id text NOT NULL CONSTRAINT account_login_user REFERENCES account_user ON DELETE CASCADE,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX account_login_by_user ON account_login (user_id);
CREATE TABLE account_verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX account_verification_by_identifier ON account_verification (identifier);

CREATE TABLE team (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  slug text NOT NULL CONSTRAINT team_slug_unique UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE member (
  id uuid PRIMARY KEY,
  team_id uuid NOT NULL CONSTRAINT member_team REFERENCES team ON DELETE CASCADE,
  -- null once the account is gone: what the person made stays, under the name it had
  user_id text CONSTRAINT member_user REFERENCES account_user ON DELETE SET NULL,
  name text NOT NULL,
  role text NOT NULL CONSTRAINT member_role CHECK (role IN ('VIEWER', 'MEMBER', 'ADMIN')),
  joined_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz
);
CREATE UNIQUE INDEX member_once ON member (team_id, user_id) WHERE removed_at IS NULL;
CREATE INDEX member_by_user ON member (user_id);
CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  team_id uuid NOT NULL CONSTRAINT invitation_team REFERENCES team ON DELETE CASCADE,
  role text NOT NULL CONSTRAINT invitation_role CHECK (role IN ('VIEWER', 'MEMBER', 'ADMIN')),
  note text,
  -- SHA-256 of the secret
  secret_hash bytea NOT NULL CONSTRAINT invitation_secret_unique UNIQUE,
  -- made by the platform at its first start
  first_account boolean NOT NULL DEFAULT false,
  created_by uuid CONSTRAINT invitation_created_by REFERENCES member,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX invitation_by_team ON invitation (team_id);
CREATE TABLE api_token (
  id uuid PRIMARY KEY,
  team_id uuid NOT NULL CONSTRAINT api_token_team REFERENCES team ON DELETE CASCADE,
  kind text NOT NULL CONSTRAINT api_token_kind CHECK (kind IN ('PERSONAL', 'WORKER')),
  name text NOT NULL,
  prefix text NOT NULL,
  -- SHA-256 of the token
  hash bytea NOT NULL CONSTRAINT api_token_hash_unique UNIQUE,
  member_id uuid CONSTRAINT api_token_member REFERENCES member,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX api_token_by_team ON api_token (team_id);

-- One counter a team. Taking a number locks the row until commit: events of a team become visible in the order of their numbers, without
-- gaps, so that "everything after n" never misses one that was committed late.
CREATE TABLE feed (
  team_id uuid PRIMARY KEY CONSTRAINT feed_team REFERENCES team ON DELETE CASCADE,
  last bigint NOT NULL DEFAULT 0
);
CREATE TABLE event (
  team_id uuid NOT NULL CONSTRAINT event_team REFERENCES team ON DELETE CASCADE,
  sequence bigint NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  member_id uuid,
  search_id uuid,
  candidate_id uuid,
  trial_id uuid,
  annotation_id uuid,
  worker_id uuid,
  CONSTRAINT event_pkey PRIMARY KEY (team_id, sequence)
);
CREATE INDEX event_by_search ON event (search_id, sequence) WHERE search_id IS NOT NULL;

CREATE TABLE file (
  id uuid PRIMARY KEY,
  team_id uuid NOT NULL CONSTRAINT file_team REFERENCES team ON DELETE CASCADE,
  sha256 text NOT NULL,
  size bigint NOT NULL,
  media_type text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- null until the bytes have arrived and their hash was right
  stored_at timestamptz
);
CREATE INDEX file_by_hash ON file (team_id, sha256);

CREATE TABLE dataset (
  id uuid PRIMARY KEY,
  -- null: comes with the platform
  team_id uuid CONSTRAINT dataset_team REFERENCES team ON DELETE CASCADE,
  name text NOT NULL,
  content_hash text NOT NULL,
  height integer NOT NULL,
  width integer NOT NULL,
  channels integer NOT NULL,
  classes jsonb NOT NULL,
  train_count integer NOT NULL,
  validation_count integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX dataset_once ON dataset (team_id, name, content_hash) NULLS NOT DISTINCT;
CREATE TABLE search_space (
  id uuid PRIMARY KEY,
  -- null: comes with the platform
  team_id uuid CONSTRAINT search_space_team REFERENCES team ON DELETE CASCADE,
  -- null: belongs to one search alone
  name text,
  limits jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX search_space_name_once ON search_space (team_id, name) NULLS NOT DISTINCT WHERE name IS NOT NULL;

CREATE TABLE search (
  id uuid PRIMARY KEY,
  team_id uuid NOT NULL CONSTRAINT search_team REFERENCES team ON DELETE CASCADE,
  name text NOT NULL,
  status text NOT NULL DEFAULT 'QUEUED' CONSTRAINT search_status CHECK (status IN ('QUEUED', 'RUNNING', 'PAUSED', 'FINISHED', 'STOPPED', 'FAILED')),
  status_reason text,
  dataset_id uuid NOT NULL CONSTRAINT search_dataset REFERENCES dataset,
  space_id uuid NOT NULL CONSTRAINT search_space REFERENCES search_space,
  plan jsonb NOT NULL,
  created_by uuid CONSTRAINT search_created_by REFERENCES member,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz,
  -- seconds of running up to running_since; null running_since: does not run now
  seconds_before double precision NOT NULL DEFAULT 0,
  running_since timestamptz,
  -- the controller: state after version steps. A commit names the version it began from; any other is refused.
  controller_version integer NOT NULL DEFAULT 0,
  controller_state jsonb,
  -- results the state has observed, and candidates it has proposed
  observed integer NOT NULL DEFAULT 0,
  proposed integer NOT NULL DEFAULT 0,
  -- all candidates 1 .. ended_prefix are DONE or FAILED: a step is due while it can observe or propose
  ended_prefix integer NOT NULL DEFAULT 0,
  reused integer NOT NULL DEFAULT 0,
  exhausted boolean NOT NULL DEFAULT false,
  -- grows with every lease of a step
  step_fence integer NOT NULL DEFAULT 0,
  -- leases of steps that ended without a commit since the last commit
  steps_failed integer NOT NULL DEFAULT 0,
  -- when work of this search was last leased: the fair order
  last_leased_at timestamptz
);
CREATE INDEX search_by_team ON search (team_id, id DESC);
CREATE INDEX search_open ON search (last_leased_at NULLS FIRST) WHERE status IN ('QUEUED', 'RUNNING');

CREATE TABLE candidate (
  id uuid PRIMARY KEY,
  search_id uuid NOT NULL CONSTRAINT candidate_search REFERENCES search ON DELETE CASCADE,
  number integer NOT NULL,
  notation text NOT NULL,
  hash text NOT NULL,
  architecture jsonb NOT NULL,
  status text NOT NULL DEFAULT 'QUEUED' CONSTRAINT candidate_status CHECK (status IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  parameters double precision NOT NULL,
  flops double precision NOT NULL,
  latent integer,
  epsilon double precision,
  reused integer NOT NULL DEFAULT 0,
  -- under the plan's formulation
  reward double precision,
  seconds double precision,
  proposed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT candidate_number_once UNIQUE (search_id, number),
  CONSTRAINT candidate_hash_once UNIQUE (search_id, hash)
);
CREATE INDEX candidate_by_reward ON candidate (search_id, reward DESC NULLS LAST, number);
CREATE INDEX candidate_by_status ON candidate (search_id, status);

CREATE TABLE worker (
  id uuid PRIMARY KEY,
  team_id uuid NOT NULL CONSTRAINT worker_team REFERENCES team ON DELETE CASCADE,
  token_id uuid NOT NULL CONSTRAINT worker_token REFERENCES api_token,
  name text NOT NULL,
  backend text NOT NULL,
  backend_version text NOT NULL,
  device text NOT NULL,
  device_kind text NOT NULL CONSTRAINT worker_device_kind CHECK (device_kind IN ('CPU', 'GPU')),
  memory_bytes double precision NOT NULL,
  threads integer NOT NULL,
  gflops double precision NOT NULL,
  host text NOT NULL,
  registered_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  gone_at timestamptz
);
CREATE INDEX worker_by_team ON worker (team_id, last_seen_at DESC);

CREATE TABLE trial (
  id uuid PRIMARY KEY,
  candidate_id uuid NOT NULL CONSTRAINT trial_candidate REFERENCES candidate ON DELETE CASCADE,
  search_id uuid NOT NULL CONSTRAINT trial_search REFERENCES search ON DELETE CASCADE,
  purpose text NOT NULL DEFAULT 'SEARCH' CONSTRAINT trial_purpose CHECK (purpose IN ('SEARCH', 'RETRAIN')),
  scope text NOT NULL DEFAULT 'FULL' CONSTRAINT trial_scope CHECK (scope IN ('FULL', 'CLASSIFIER_ONLY', 'DECODER_ONLY')),
  status text NOT NULL DEFAULT 'QUEUED' CONSTRAINT trial_status CHECK (status IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  -- leases given out for it that were not handed back willingly
  attempt integer NOT NULL DEFAULT 0,
  -- leases lost since it was queued or retried; it fails at the third
  losses integer NOT NULL DEFAULT 0,
  -- grows with every lease
  fence integer NOT NULL DEFAULT 0,
  seed integer NOT NULL,
  failure_reason text,
  failure_message text,
  worker_id uuid CONSTRAINT trial_worker REFERENCES worker,
  checkpoint_file_id uuid CONSTRAINT trial_checkpoint REFERENCES file,
  phases jsonb,
  seconds double precision NOT NULL DEFAULT 0,
  queued_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz
);
CREATE INDEX trial_by_candidate ON trial (candidate_id, id DESC);
CREATE INDEX trial_queue ON trial (search_id, id) WHERE status = 'QUEUED';

-- One row for each piece of work under way. A step is leased for a search, a trial for itself.
CREATE TABLE lease (
  id uuid PRIMARY KEY,
  kind text NOT NULL CONSTRAINT lease_kind CHECK (kind IN ('STEP', 'TRIAL')),
  team_id uuid NOT NULL CONSTRAINT lease_team REFERENCES team ON DELETE CASCADE,
  worker_id uuid NOT NULL CONSTRAINT lease_worker REFERENCES worker,
  search_id uuid NOT NULL CONSTRAINT lease_search REFERENCES search ON DELETE CASCADE,
  trial_id uuid CONSTRAINT lease_trial REFERENCES trial ON DELETE CASCADE,
  fence integer NOT NULL,
  -- the highest report that was applied
  sequence integer NOT NULL DEFAULT 0,
  -- what a trial is doing now, as its worker said when it last renewed
  progress jsonb,
  granted_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  outcome text CONSTRAINT lease_outcome CHECK (outcome IN ('COMPLETED', 'RELEASED', 'LOST'))
);
CREATE UNIQUE INDEX lease_one_step ON lease (search_id) WHERE kind = 'STEP' AND ended_at IS NULL;
CREATE UNIQUE INDEX lease_one_trial ON lease (trial_id) WHERE kind = 'TRIAL' AND ended_at IS NULL;
CREATE INDEX lease_expiry ON lease (expires_at) WHERE ended_at IS NULL;
CREATE INDEX lease_by_worker ON lease (worker_id) WHERE ended_at IS NULL;

CREATE TABLE metric (
  trial_id uuid NOT NULL CONSTRAINT metric_trial REFERENCES trial ON DELETE CASCADE,
  name text NOT NULL,
  split text NOT NULL CONSTRAINT metric_split CHECK (split IN ('TRAIN', 'VALIDATION')),
  epoch integer NOT NULL,
  value double precision NOT NULL,
  attempt integer NOT NULL,
  -- a later attempt overlays an earlier one
  CONSTRAINT metric_pkey PRIMARY KEY (trial_id, name, split, epoch)
);
CREATE TABLE sample (
  id uuid PRIMARY KEY,
  trial_id uuid NOT NULL CONSTRAINT sample_trial REFERENCES trial ON DELETE CASCADE,
  kind text NOT NULL CONSTRAINT sample_kind CHECK (kind IN ('GENERATED', 'RECONSTRUCTION', 'LATENT_GRID')),
  epoch integer NOT NULL,
  file_id uuid NOT NULL CONSTRAINT sample_file REFERENCES file,
  tile_width integer NOT NULL,
  tile_height integer NOT NULL,
  columns integer NOT NULL,
  count integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- only the newest of a kind is kept
  CONSTRAINT sample_kind_once UNIQUE (trial_id, kind)
);
CREATE TABLE reward (
  candidate_id uuid NOT NULL CONSTRAINT reward_candidate REFERENCES candidate ON DELETE CASCADE,
  kind text NOT NULL,
  value double precision NOT NULL,
  CONSTRAINT reward_pkey PRIMARY KEY (candidate_id, kind)
);

CREATE TABLE annotation (
  id uuid PRIMARY KEY,
  candidate_id uuid NOT NULL CONSTRAINT annotation_candidate REFERENCES candidate ON DELETE CASCADE,
  member_id uuid NOT NULL CONSTRAINT annotation_member REFERENCES member,
  verdict text CONSTRAINT annotation_verdict CHECK (verdict IN ('PICKED', 'REJECTED')),
  rating integer CONSTRAINT annotation_rating CHECK (rating BETWEEN 1 AND 5),
  tags jsonb NOT NULL DEFAULT '[]',
  note text NOT NULL DEFAULT '',
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT annotation_once UNIQUE (candidate_id, member_id)
);
CREATE TABLE choice (
  id uuid PRIMARY KEY,
  search_id uuid NOT NULL CONSTRAINT choice_search REFERENCES search ON DELETE CASCADE,
  member_id uuid NOT NULL CONSTRAINT choice_member REFERENCES member,
  preferred_id uuid CONSTRAINT choice_preferred REFERENCES candidate ON DELETE CASCADE,
  withdrawn_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX choice_by_search ON choice (search_id, id DESC);
CREATE TABLE choice_over (
  choice_id uuid NOT NULL CONSTRAINT choice_over_choice REFERENCES choice ON DELETE CASCADE,
  candidate_id uuid NOT NULL CONSTRAINT choice_over_candidate REFERENCES candidate ON DELETE CASCADE,
  CONSTRAINT choice_over_pkey PRIMARY KEY (choice_id, candidate_id)
);
`;
