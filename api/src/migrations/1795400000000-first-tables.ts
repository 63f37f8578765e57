import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The tables of the first release: units, accounts, items, contests, rounds, attempts, and what was done by whom. */
const UP = [
  `CREATE TABLE audit_entry (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_id uuid,
    act text NOT NULL,
    subject text NOT NULL,
    detail jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT audit_entry_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX audit_entry_at_ix ON audit_entry (at)`,
  `CREATE TABLE incident (
    minute timestamptz NOT NULL,
    code text NOT NULL,
    route text NOT NULL,
    count integer NOT NULL,
    CONSTRAINT incident_pk PRIMARY KEY (minute, code, route)
  )`,
  `CREATE TABLE item_bank (
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT item_bank_name_uq UNIQUE (name),
    CONSTRAINT item_bank_pk PRIMARY KEY (id)
  )`,
  `CREATE TABLE item (
    id uuid NOT NULL,
    bank_id uuid NOT NULL,
    code text NOT NULL,
    topic text NOT NULL,
    level text NOT NULL,
    state text NOT NULL,
    version integer NOT NULL,
    search_folded text NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT item_code_uq UNIQUE (code),
    CONSTRAINT item_state_ck CHECK (state IN ('draft', 'approved', 'retired')),
    CONSTRAINT item_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX item_cell_ix ON item (bank_id, topic, level, state)`,
  `CREATE TABLE item_version (
    id uuid NOT NULL,
    item_id uuid NOT NULL,
    version integer NOT NULL,
    stem text NOT NULL,
    options jsonb NOT NULL,
    valid_from date,
    valid_to date,
    CONSTRAINT item_version_uq UNIQUE (item_id, version),
    CONSTRAINT item_version_pk PRIMARY KEY (id)
  )`,
  `CREATE TABLE item_key (
    item_version_id uuid NOT NULL,
    key smallint NOT NULL,
    explanation text NOT NULL,
    sources jsonb NOT NULL,
    CONSTRAINT item_key_pk PRIMARY KEY (item_version_id)
  )`,
  `CREATE TABLE contest (
    id uuid NOT NULL,
    slug text NOT NULL,
    title jsonb NOT NULL,
    summary jsonb NOT NULL,
    about jsonb NOT NULL,
    organizer_name jsonb NOT NULL,
    prizes jsonb NOT NULL,
    name_display text NOT NULL,
    units_as_of date NOT NULL,
    is_published boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT contest_slug_uq UNIQUE (slug),
    CONSTRAINT contest_pk PRIMARY KEY (id)
  )`,
  `CREATE TABLE round (
    id uuid NOT NULL,
    contest_id uuid NOT NULL,
    ordinal integer NOT NULL,
    name jsonb NOT NULL,
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    time_limit_s integer NOT NULL,
    attempt_limit integer NOT NULL,
    grace_ms integer NOT NULL,
    result_policy text NOT NULL,
    bank_ids uuid[] NOT NULL,
    blueprint jsonb NOT NULL,
    secret bytea NOT NULL,
    published_at timestamptz,
    revision integer NOT NULL DEFAULT '1',
    CONSTRAINT round_ordinal_uq UNIQUE (contest_id, ordinal),
    CONSTRAINT round_window_ck CHECK (opens_at < closes_at),
    CONSTRAINT round_pk PRIMARY KEY (id)
  )`,
  `CREATE TABLE round_item (
    round_id uuid NOT NULL,
    item_version_id uuid NOT NULL,
    topic text NOT NULL,
    level text NOT NULL,
    option_count smallint NOT NULL,
    CONSTRAINT round_item_pk PRIMARY KEY (round_id, item_version_id)
  )`,
  `CREATE INDEX round_item_version_ix ON round_item (item_version_id)`,
  `CREATE TABLE unit (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    parent_id uuid,
    valid_from date,
    valid_to date,
    CONSTRAINT unit_code_uq UNIQUE (code),
    CONSTRAINT unit_validity_ck CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to),
    CONSTRAINT unit_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX unit_parent_ix ON unit (parent_id)`,
  `CREATE TABLE account (
    id uuid NOT NULL,
    role text NOT NULL,
    login text NOT NULL,
    password_hash text NOT NULL,
    must_change_password boolean NOT NULL DEFAULT false,
    full_name text NOT NULL,
    name_folded text NOT NULL,
    birth_date date,
    unit_id uuid,
    guardian_name text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT account_login_uq UNIQUE (login),
    CONSTRAINT account_role_ck CHECK (role IN ('administrator', 'organizer', 'teacher', 'contestant')),
    CONSTRAINT account_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX account_unit_ix ON account (unit_id)`,
  `CREATE TABLE consent (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    account_id uuid NOT NULL,
    version text NOT NULL,
    text_sha256 text NOT NULL,
    given_by text NOT NULL,
    given_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT consent_given_by_ck CHECK (given_by IN ('self', 'guardian')),
    CONSTRAINT consent_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX consent_account_ix ON consent (account_id)`,
  `CREATE TABLE session (
    id uuid NOT NULL,
    token_hash bytea NOT NULL,
    account_id uuid NOT NULL,
    label text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    CONSTRAINT session_token_uq UNIQUE (token_hash),
    CONSTRAINT session_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX session_account_ix ON session (account_id)`,
  `CREATE TABLE attempt (
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    account_id uuid NOT NULL,
    unit_id uuid,
    attempt_no integer NOT NULL,
    state text NOT NULL,
    holder text NOT NULL,
    form jsonb NOT NULL,
    started_at timestamptz NOT NULL,
    deadline_at timestamptz NOT NULL,
    accept_until timestamptz NOT NULL,
    submitted_at timestamptz,
    submit_kind text,
    points integer,
    max_points integer NOT NULL,
    answered_count integer,
    time_used_s integer,
    receipt_code text,
    closed_seq bigint,
    CONSTRAINT attempt_no_uq UNIQUE (round_id, account_id, attempt_no),
    CONSTRAINT attempt_submitted_ck CHECK ((state = 'submitted') = (submitted_at IS NOT NULL AND points IS NOT NULL AND receipt_code IS NOT NULL)),
    CONSTRAINT attempt_state_ck CHECK (state IN ('in_progress', 'submitted')),
    CONSTRAINT attempt_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX attempt_closed_seq_ix ON attempt (closed_seq)`,
  `CREATE INDEX attempt_account_ix ON attempt (account_id)`,
  `CREATE INDEX attempt_submitted_ix ON attempt (round_id, submitted_at)`,
  `CREATE INDEX attempt_started_ix ON attempt (round_id, started_at)`,
  `CREATE INDEX attempt_overdue_ix ON attempt (accept_until) WHERE state = 'in_progress'`,
  `CREATE UNIQUE INDEX attempt_running_uq ON attempt (round_id, account_id) WHERE state = 'in_progress'`,
  `CREATE TABLE response_event (
    attempt_id uuid NOT NULL,
    seq integer NOT NULL,
    position smallint NOT NULL,
    response jsonb,
    client_at_ms bigint,
    received_at timestamptz NOT NULL,
    CONSTRAINT response_event_pk PRIMARY KEY (attempt_id, seq)
  )`,
  `ALTER TABLE item ADD CONSTRAINT item_bank_fk FOREIGN KEY (bank_id) REFERENCES item_bank(id)`,
  `ALTER TABLE item_version ADD CONSTRAINT item_version_item_fk FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE CASCADE`,
  `ALTER TABLE item_key ADD CONSTRAINT item_key_version_fk FOREIGN KEY (item_version_id) REFERENCES item_version(id) ON DELETE CASCADE`,
  `ALTER TABLE round ADD CONSTRAINT round_contest_fk FOREIGN KEY (contest_id) REFERENCES contest(id)`,
  `ALTER TABLE round_item ADD CONSTRAINT round_item_round_fk FOREIGN KEY (round_id) REFERENCES round(id) ON DELETE CASCADE`,
  `ALTER TABLE round_item ADD CONSTRAINT round_item_version_fk FOREIGN KEY (item_version_id) REFERENCES item_version(id)`,
  `ALTER TABLE unit ADD CONSTRAINT unit_parent_fk FOREIGN KEY (parent_id) REFERENCES unit(id)`,
  `ALTER TABLE account ADD CONSTRAINT account_unit_fk FOREIGN KEY (unit_id) REFERENCES unit(id)`,
  `ALTER TABLE consent ADD CONSTRAINT consent_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE`,
  `ALTER TABLE session ADD CONSTRAINT session_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE`,
  `ALTER TABLE attempt ADD CONSTRAINT attempt_round_fk FOREIGN KEY (round_id) REFERENCES round(id)`,
  `ALTER TABLE attempt ADD CONSTRAINT attempt_account_fk FOREIGN KEY (account_id) REFERENCES account(id)`,
  `ALTER TABLE attempt ADD CONSTRAINT attempt_unit_fk FOREIGN KEY (unit_id) REFERENCES unit(id)`,
  // The order in which attempts were closed, for standings that catch up.
  `CREATE SEQUENCE attempt_closed_seq`,
  // What was recorded stays recorded: no row of these tables can be changed or removed through SQL.
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END $$`,
  `CREATE TRIGGER response_event_append_only BEFORE UPDATE OR DELETE ON response_event FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER response_event_keep BEFORE TRUNCATE ON response_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER audit_entry_keep BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  // Small row locks on attempts come and go with every answer; leave room on each page so that updates stay on it.
  `ALTER TABLE attempt SET (fillfactor = 85)`,
]

export class FirstTables1795400000000 implements MigrationInterface {
  name = 'FirstTables1795400000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  /** There is no way back from the first release: dropping people's results is not a migration. */
  async down(): Promise<void> {
    throw new Error('the first tables are not taken away by a migration; drop the database if that is meant')
  }
}
