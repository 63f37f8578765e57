import type { MigrationInterface, QueryRunner } from 'typeorm'

const UP = [
  `ALTER TABLE ruling ADD COLUMN attempt_id uuid,
    ADD CONSTRAINT ruling_attempt_fk FOREIGN KEY (attempt_id) REFERENCES attempt(id),
    DROP CONSTRAINT ruling_kind_ck, DROP CONSTRAINT ruling_subject_ck,
    ADD CONSTRAINT ruling_kind_ck CHECK (kind IN ('key', 'also-right', 'strike', 'all-right', 'exclude', 'reinstate', 'void-attempt', 'restore-attempt')),
    ADD CONSTRAINT ruling_subject_ck CHECK ((kind IN ('exclude', 'reinstate')) = (account_id IS NOT NULL)
      AND (kind IN ('void-attempt', 'restore-attempt')) = (attempt_id IS NOT NULL)
      AND (account_id IS NULL AND attempt_id IS NULL) = (item_version_id IS NOT NULL)
      AND (kind IN ('key', 'also-right')) = (key IS NOT NULL))`,
  `CREATE SEQUENCE case_number_seq`,
  `CREATE TABLE case_file (
    id uuid NOT NULL,
    number integer NOT NULL,
    round_id uuid NOT NULL,
    account_id uuid,
    unit_id uuid,
    attempt_ids uuid[] NOT NULL,
    companions uuid[] NOT NULL,
    age_group text NOT NULL,
    guardian_name text,
    state text NOT NULL,
    act_no integer NOT NULL,
    head bytea NOT NULL,
    opened_at timestamptz NOT NULL,
    allegation text,
    told_at timestamptz,
    hearing_until timestamptz,
    answer text,
    answered_at timestamptz,
    proposal jsonb,
    decision jsonb,
    appeal_until timestamptz,
    appeal text,
    appealed_at timestamptz,
    appeal_answer jsonb,
    version_id uuid,
    closed_at timestamptz,
    delete_on date,
    deleted_at timestamptz,
    CONSTRAINT case_file_state_ck CHECK (state IN ('opened', 'hearing', 'proposed', 'decided', 'appealed', 'appeal-proposed', 'closed')),
    CONSTRAINT case_file_closed_ck CHECK ((state = 'closed') = (closed_at IS NOT NULL) AND (closed_at IS NULL) = (delete_on IS NULL)),
    CONSTRAINT case_file_deleted_ck CHECK ((deleted_at IS NULL) = (account_id IS NOT NULL)),
    CONSTRAINT case_file_number_uq UNIQUE (number),
    CONSTRAINT case_file_pk PRIMARY KEY (id)
  )`,
  `CREATE UNIQUE INDEX case_file_open_uq ON case_file (round_id, account_id) WHERE state <> 'closed'`,
  `CREATE INDEX case_file_account_ix ON case_file (account_id)`,
  `CREATE INDEX case_file_appeal_ix ON case_file (appeal_until) WHERE state = 'decided'`,
  `CREATE INDEX case_file_delete_ix ON case_file (delete_on) WHERE deleted_at IS NULL`,
  `ALTER TABLE case_file ADD CONSTRAINT case_file_round_fk FOREIGN KEY (round_id) REFERENCES round(id)`,
  `ALTER TABLE case_file ADD CONSTRAINT case_file_account_fk FOREIGN KEY (account_id) REFERENCES account(id)`,
  `ALTER TABLE case_file ADD CONSTRAINT case_file_version_fk FOREIGN KEY (version_id) REFERENCES result_version(id)`,
  `CREATE TABLE case_act (
    case_id uuid NOT NULL,
    no integer NOT NULL,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    actor_id uuid,
    content_hash bytea NOT NULL,
    head bytea NOT NULL,
    CONSTRAINT case_act_pk PRIMARY KEY (case_id, no)
  )`,
  `ALTER TABLE case_act ADD CONSTRAINT case_act_case_fk FOREIGN KEY (case_id) REFERENCES case_file(id)`,
  `CREATE TRIGGER case_act_append_only BEFORE UPDATE OR DELETE ON case_act FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER case_act_keep BEFORE TRUNCATE ON case_act FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE TABLE case_note (
    case_id uuid NOT NULL,
    no integer NOT NULL,
    salt bytea NOT NULL,
    content jsonb NOT NULL,
    CONSTRAINT case_note_pk PRIMARY KEY (case_id, no)
  )`,
  `ALTER TABLE case_note ADD CONSTRAINT case_note_act_fk FOREIGN KEY (case_id, no) REFERENCES case_act(case_id, no)`,
  `CREATE TRIGGER case_note_never_changes BEFORE UPDATE ON case_note FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TABLE case_evidence (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    signal_id uuid,
    kind text NOT NULL,
    family text,
    p double precision,
    facts jsonb NOT NULL,
    note text,
    attempt_ids uuid[] NOT NULL,
    found_at timestamptz NOT NULL,
    CONSTRAINT case_evidence_pk PRIMARY KEY (id)
  )`,
  `CREATE UNIQUE INDEX case_evidence_signal_uq ON case_evidence (case_id, signal_id) WHERE signal_id IS NOT NULL`,
  `CREATE INDEX case_evidence_held_ix ON case_evidence (signal_id)`,
  `ALTER TABLE case_evidence ADD CONSTRAINT case_evidence_case_fk FOREIGN KEY (case_id) REFERENCES case_file(id)`,
  `CREATE TABLE case_view (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    case_id uuid NOT NULL,
    account_id uuid NOT NULL,
    part text NOT NULL,
    attempt_id uuid,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT case_view_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX case_view_case_ix ON case_view (case_id, at)`,
  `ALTER TABLE case_view ADD CONSTRAINT case_view_case_fk FOREIGN KEY (case_id) REFERENCES case_file(id)`,
  `CREATE TRIGGER case_view_append_only BEFORE UPDATE OR DELETE ON case_view FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER case_view_keep BEFORE TRUNCATE ON case_view FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
]

/** Cases, what is done in them, and rulings about attempts. */
export class Cases1795800000050 implements MigrationInterface {
  name = 'Cases1795800000050'

  async up(query: QueryRunner): Promise<void> {
    for (const statement of UP) await query.query(statement)
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of ['case_view', 'case_evidence', 'case_note', 'case_act', 'case_file'])
      await query.query(`DROP TABLE ${table}`)
    await query.query(`DROP SEQUENCE case_number_seq`)
    await query.query(`ALTER TABLE ruling DROP CONSTRAINT ruling_kind_ck, DROP CONSTRAINT ruling_subject_ck, DROP COLUMN attempt_id,
      ADD CONSTRAINT ruling_kind_ck CHECK (kind IN ('key', 'also-right', 'strike', 'all-right', 'exclude', 'reinstate')),
      ADD CONSTRAINT ruling_subject_ck CHECK ((kind IN ('exclude', 'reinstate')) = (account_id IS NOT NULL)
        AND (account_id IS NULL) = (item_version_id IS NOT NULL) AND (kind IN ('key', 'also-right')) = (key IS NOT NULL))`)
  }
}
