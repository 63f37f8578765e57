import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Results as versions that never change, what people ruled, draws, complaints. */
const UP = [
  `CREATE TABLE result_version (
    id uuid NOT NULL,
    contest_id uuid NOT NULL,
    round_id uuid,
    scope_id uuid NOT NULL,
    number integer NOT NULL,
    state text NOT NULL,
    cause text NOT NULL,
    reason text,
    made_by uuid,
    approved_by uuid,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    published_at timestamptz,
    input_hash text NOT NULL,
    rules jsonb NOT NULL,
    ranking jsonb NOT NULL,
    sources jsonb NOT NULL,
    prediction_target integer,
    participant_count integer NOT NULL,
    perfect_count integer NOT NULL,
    ranked_count integer NOT NULL,
    attempt_count integer NOT NULL,
    tied_count integer NOT NULL,
    differences jsonb NOT NULL,
    draw jsonb,
    CONSTRAINT result_version_state_ck CHECK (state IN ('provisional', 'final')),
    CONSTRAINT result_version_published_ck CHECK ((state = 'final') = (published_at IS NOT NULL)),
    CONSTRAINT result_version_number_uq UNIQUE (scope_id, number),
    CONSTRAINT result_version_pk PRIMARY KEY (id)
  )`,
  `ALTER TABLE result_version ADD CONSTRAINT result_version_contest_fk FOREIGN KEY (contest_id) REFERENCES contest(id)`,
  `ALTER TABLE result_version ADD CONSTRAINT result_version_round_fk FOREIGN KEY (round_id) REFERENCES round(id)`,
  `CREATE TABLE result_row (
    version_id uuid NOT NULL,
    account_id uuid NOT NULL,
    code text NOT NULL,
    table_code text,
    unit_id uuid,
    attempt_id uuid,
    rank integer,
    unranked_reason text,
    order_no integer NOT NULL,
    is_tied boolean NOT NULL,
    points double precision NOT NULL,
    max_points double precision NOT NULL,
    right_count integer NOT NULL,
    prediction integer,
    prediction_error integer,
    time_used_s integer NOT NULL,
    submitted_at timestamptz NOT NULL,
    attempt_count integer NOT NULL,
    draw_order integer,
    CONSTRAINT result_row_rank_ck CHECK ((rank IS NULL) = (unranked_reason IS NOT NULL)),
    CONSTRAINT result_row_pk PRIMARY KEY (version_id, account_id)
  )`,
  `CREATE INDEX result_row_order_ix ON result_row (version_id, order_no)`,
  `CREATE INDEX result_row_account_ix ON result_row (account_id)`,
  `CREATE FUNCTION keep_result_version() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state = 'provisional' AND NEW.state = 'final'
      AND to_jsonb(NEW) - '{state,published_at,approved_by}'::text[] = to_jsonb(OLD) - '{state,published_at,approved_by}'::text[] THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'result_version is append-only, but for becoming final once';
  END $$`,
  `CREATE TRIGGER result_version_keep BEFORE UPDATE OR DELETE ON result_version FOR EACH ROW EXECUTE FUNCTION keep_result_version()`,
  `CREATE TRIGGER result_version_keep_all BEFORE TRUNCATE ON result_version FOR EACH STATEMENT EXECUTE FUNCTION keep_result_version()`,
  `CREATE TRIGGER result_row_append_only BEFORE UPDATE OR DELETE ON result_row FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER result_row_keep BEFORE TRUNCATE ON result_row FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE TABLE ruling (
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    kind text NOT NULL,
    item_version_id uuid,
    key jsonb,
    account_id uuid,
    reason text NOT NULL,
    state text NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    decided_by uuid,
    decided_at timestamptz,
    decision_reason text,
    version_id uuid,
    CONSTRAINT ruling_kind_ck CHECK (kind IN ('key', 'strike', 'all-right', 'exclude', 'reinstate')),
    CONSTRAINT ruling_subject_ck CHECK ((kind IN ('exclude', 'reinstate')) = (account_id IS NOT NULL)
      AND (account_id IS NULL) = (item_version_id IS NOT NULL) AND (kind = 'key') = (key IS NOT NULL)),
    CONSTRAINT ruling_state_ck CHECK (state IN ('proposed', 'approved', 'rejected', 'withdrawn')),
    CONSTRAINT ruling_decided_ck CHECK ((state = 'proposed') = (decided_at IS NULL)),
    CONSTRAINT ruling_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX ruling_round_ix ON ruling (round_id, proposed_at)`,
  `ALTER TABLE ruling ADD CONSTRAINT ruling_round_fk FOREIGN KEY (round_id) REFERENCES round(id)`,
  `ALTER TABLE ruling ADD CONSTRAINT ruling_item_fk FOREIGN KEY (item_version_id) REFERENCES item_version(id)`,
  `ALTER TABLE ruling ADD CONSTRAINT ruling_account_fk FOREIGN KEY (account_id) REFERENCES account(id)`,
  `ALTER TABLE ruling ADD CONSTRAINT ruling_version_fk FOREIGN KEY (version_id) REFERENCES result_version(id)`,
  `CREATE TABLE result_draw (
    scope_id uuid NOT NULL,
    contest_id uuid NOT NULL,
    round_id uuid,
    secret bytea,
    commitment text,
    committed_at timestamptz,
    list_root text,
    list_count integer,
    version_id uuid,
    source jsonb,
    named_by uuid,
    named_at timestamptz,
    entry text,
    entered_by uuid,
    entered_at timestamptz,
    randomness text,
    seed text,
    confirmed_by uuid,
    drawn_at timestamptz,
    drawn_version_id uuid,
    CONSTRAINT result_draw_commitment_ck CHECK ((secret IS NULL) = (commitment IS NULL) AND (secret IS NULL) = (committed_at IS NULL)),
    CONSTRAINT result_draw_pk PRIMARY KEY (scope_id)
  )`,
  `ALTER TABLE result_draw ADD CONSTRAINT result_draw_contest_fk FOREIGN KEY (contest_id) REFERENCES contest(id) ON DELETE CASCADE`,
  `ALTER TABLE result_draw ADD CONSTRAINT result_draw_round_fk FOREIGN KEY (round_id) REFERENCES round(id) ON DELETE CASCADE`,
  `CREATE FUNCTION keep_result_draw() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF (OLD.secret, OLD.commitment, OLD.committed_at) IS DISTINCT FROM (NEW.secret, NEW.commitment, NEW.committed_at)
      OR OLD.named_at IS NOT NULL AND (OLD.list_root, OLD.version_id, OLD.source) IS DISTINCT FROM (NEW.list_root, NEW.version_id, NEW.source)
      OR OLD.drawn_at IS NOT NULL THEN
      RAISE EXCEPTION 'what a draw stands on is append-only';
    END IF;
    RETURN NEW;
  END $$`,
  `CREATE TRIGGER result_draw_keep BEFORE UPDATE ON result_draw FOR EACH ROW EXECUTE FUNCTION keep_result_draw()`,
  `CREATE TABLE complaint (
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    account_id uuid NOT NULL,
    attempt_id uuid NOT NULL,
    position smallint NOT NULL,
    item_version_id uuid,
    text text NOT NULL,
    state text NOT NULL,
    outcome text,
    decided_by uuid,
    ruling_id uuid,
    filed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    decided_at timestamptz,
    CONSTRAINT complaint_state_ck CHECK (state IN ('filed', 'in-review', 'upheld', 'rejected', 'withdrawn')),
    CONSTRAINT complaint_position_ck CHECK ((position = 0) = (item_version_id IS NULL)),
    CONSTRAINT complaint_decided_ck CHECK ((state IN ('filed', 'in-review')) = (decided_at IS NULL)),
    CONSTRAINT complaint_outcome_ck CHECK (state NOT IN ('upheld', 'rejected') OR (outcome IS NOT NULL AND decided_by IS NOT NULL)),
    CONSTRAINT complaint_pk PRIMARY KEY (id)
  )`,
  `CREATE UNIQUE INDEX complaint_open_uq ON complaint (attempt_id, position) WHERE state IN ('filed', 'in-review')`,
  `CREATE INDEX complaint_round_ix ON complaint (round_id, state)`,
  `CREATE INDEX complaint_account_ix ON complaint (account_id, filed_at)`,
  `ALTER TABLE complaint ADD CONSTRAINT complaint_round_fk FOREIGN KEY (round_id) REFERENCES round(id)`,
  `ALTER TABLE complaint ADD CONSTRAINT complaint_account_fk FOREIGN KEY (account_id) REFERENCES account(id)`,
  `ALTER TABLE complaint ADD CONSTRAINT complaint_attempt_fk FOREIGN KEY (attempt_id) REFERENCES attempt(id)`,
  `ALTER TABLE complaint ADD CONSTRAINT complaint_ruling_fk FOREIGN KEY (ruling_id) REFERENCES ruling(id)`,
]

export class Results1795600000004 implements MigrationInterface {
  name = 'Results1795600000004'

  async up(query: QueryRunner): Promise<void> {
    for (const statement of UP) await query.query(statement)
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of ['complaint', 'result_draw', 'ruling', 'result_row', 'result_version'])
      await query.query(`DROP TABLE ${table}`)
    await query.query(`DROP FUNCTION keep_result_draw, keep_result_version`)
  }
}
