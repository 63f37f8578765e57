import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Items of eight types with their sources, their life, comments, bulk edits and media; banks of teachers; shares of points. */
const UP = [
  // --- banks
  `ALTER TABLE item_bank ADD COLUMN owner_id uuid, ADD COLUMN is_open_for_practice boolean NOT NULL DEFAULT false`,
  `ALTER TABLE item_bank ADD CONSTRAINT item_bank_owner_fk FOREIGN KEY (owner_id) REFERENCES account(id)`,
  `CREATE TABLE bank_member (
    bank_id uuid NOT NULL,
    account_id uuid NOT NULL,
    CONSTRAINT bank_member_pk PRIMARY KEY (bank_id, account_id)
  )`,
  `CREATE INDEX bank_member_account_ix ON bank_member (account_id)`,
  `ALTER TABLE bank_member ADD CONSTRAINT bank_member_bank_fk FOREIGN KEY (bank_id) REFERENCES item_bank(id) ON DELETE CASCADE`,
  `ALTER TABLE bank_member ADD CONSTRAINT bank_member_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE`,

  // --- subtopics
  `CREATE TABLE subtopic (
    id uuid NOT NULL,
    topic text NOT NULL,
    parent_id uuid,
    name jsonb NOT NULL,
    CONSTRAINT subtopic_pk PRIMARY KEY (id)
  )`,
  `ALTER TABLE subtopic ADD CONSTRAINT subtopic_parent_fk FOREIGN KEY (parent_id) REFERENCES subtopic(id)`,

  // --- documents
  `CREATE TABLE source_document (
    id uuid NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    issuer text NOT NULL,
    issued_on date,
    in_force_from date,
    in_force_to date,
    replaced_by_id uuid,
    url text NOT NULL,
    note text NOT NULL DEFAULT '',
    search_folded text NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT source_document_force_ck CHECK (in_force_from IS NULL OR in_force_to IS NULL OR in_force_from <= in_force_to),
    CONSTRAINT source_document_pk PRIMARY KEY (id)
  )`,
  `ALTER TABLE source_document ADD CONSTRAINT source_document_replaced_by_fk FOREIGN KEY (replaced_by_id) REFERENCES source_document(id)`,

  // --- items
  `ALTER TABLE item DROP CONSTRAINT item_state_ck`,
  `ALTER TABLE item ADD CONSTRAINT item_state_ck CHECK (state IN ('draft', 'in_review', 'approved', 'retired'))`,
  `ALTER TABLE item
    ADD COLUMN type text NOT NULL DEFAULT 'single-choice',
    ADD COLUMN subtopic_id uuid,
    ADD COLUMN stem_text text NOT NULL DEFAULT '',
    ADD COLUMN points double precision NOT NULL DEFAULT 1,
    ADD COLUMN intended_difficulty smallint,
    ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
    ADD COLUMN competences text[] NOT NULL DEFAULT '{}',
    ADD COLUMN facts text[] NOT NULL DEFAULT '{}',
    ADD COLUMN unit_ids uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN document_ids uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN basis_document_ids uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN exclusion_group text NOT NULL DEFAULT '',
    ADD COLUMN variant_group text NOT NULL DEFAULT '',
    ADD COLUMN has_english boolean NOT NULL DEFAULT false,
    ADD COLUMN stem_bands integer[] NOT NULL DEFAULT '{}',
    ADD COLUMN author_id uuid,
    ADD COLUMN batch_id uuid`,
  `ALTER TABLE item ADD CONSTRAINT item_subtopic_fk FOREIGN KEY (subtopic_id) REFERENCES subtopic(id)`,
  `ALTER TABLE item ADD CONSTRAINT item_author_fk FOREIGN KEY (author_id) REFERENCES account(id)`,
  `UPDATE item i SET stem_text = v.stem FROM item_version v WHERE v.item_id = i.id AND v.version = i.version`,
  `ALTER TABLE item ALTER COLUMN type DROP DEFAULT, ALTER COLUMN stem_text DROP DEFAULT, ALTER COLUMN points DROP DEFAULT`,
  // What is searched, filtered and looked up in banks of a hundred thousand items.
  `CREATE INDEX item_search_ix ON item USING gin (to_tsvector('simple'::regconfig, search_folded))`,
  `CREATE INDEX item_tags_ix ON item USING gin (tags)`,
  `CREATE INDEX item_facts_ix ON item USING gin (facts)`,
  `CREATE INDEX item_documents_ix ON item USING gin (document_ids)`,
  `CREATE INDEX item_basis_ix ON item USING gin (basis_document_ids)`,
  `CREATE INDEX item_units_ix ON item USING gin (unit_ids)`,
  `CREATE INDEX item_stem_bands_ix ON item USING gin (stem_bands)`,
  `CREATE INDEX item_batch_ix ON item (batch_id)`,
  `CREATE INDEX item_type_ix ON item (type)`,
  `CREATE INDEX item_version_valid_to_ix ON item_version (valid_to)`,

  // --- versions and keys: the question, and apart from it the key, of every type
  `ALTER TABLE item_version
    ADD COLUMN question jsonb,
    ADD COLUMN author_id uuid,
    ADD COLUMN created_at timestamptz NOT NULL DEFAULT clock_timestamp()`,
  `ALTER TABLE item_version ADD CONSTRAINT item_version_author_fk FOREIGN KEY (author_id) REFERENCES account(id)`,
  // What was plain text is rich text from now on.
  `CREATE FUNCTION pg_temp.as_rich(plain text) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT replace(replace(replace(plain, '&', '&amp;'), '<', '&lt;'), '>', '&gt;') $$`,
  `UPDATE item_version SET question = jsonb_build_object(
    'type', 'single-choice', 'stem', pg_temp.as_rich(stem), 'choices', '[]'::jsonb, 'unit', '', 'translations', '{}'::jsonb,
    'options', (SELECT jsonb_agg(pg_temp.as_rich(o) ORDER BY n) FROM jsonb_array_elements_text(options) WITH ORDINALITY AS t(o, n)))`,
  `ALTER TABLE item_version ALTER COLUMN question SET NOT NULL, DROP COLUMN stem, DROP COLUMN options`,
  `ALTER TABLE item_key
    ALTER COLUMN key TYPE jsonb USING jsonb_build_object('type', 'single-choice', 'option', key),
    ALTER COLUMN explanation TYPE jsonb USING jsonb_build_object('vi', pg_temp.as_rich(explanation), 'en', '')`,
  `ALTER TABLE item_key RENAME COLUMN sources TO citations`,
  `UPDATE item_key SET citations = coalesce((
    SELECT jsonb_agg(jsonb_build_object('documentId', NULL, 'title', s->>'title', 'url', coalesce(s->>'url', ''),
                                        'locator', '', 'role', 'reference') ORDER BY n)
    FROM jsonb_array_elements(citations) WITH ORDINALITY AS t(s, n)), '[]'::jsonb)`,

  // --- the work on items
  `CREATE TABLE item_comment (
    id uuid NOT NULL,
    item_id uuid NOT NULL,
    version integer NOT NULL,
    author_id uuid,
    text text NOT NULL,
    act text,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT item_comment_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX item_comment_item_ix ON item_comment (item_id)`,
  `ALTER TABLE item_comment ADD CONSTRAINT item_comment_item_fk FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE CASCADE`,
  `ALTER TABLE item_comment ADD CONSTRAINT item_comment_author_fk FOREIGN KEY (author_id) REFERENCES account(id)`,
  `CREATE TABLE item_view (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL,
    query text NOT NULL,
    CONSTRAINT item_view_name_uq UNIQUE (account_id, name),
    CONSTRAINT item_view_pk PRIMARY KEY (id)
  )`,
  `ALTER TABLE item_view ADD CONSTRAINT item_view_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE`,
  `CREATE TABLE bulk_edit (
    id uuid NOT NULL,
    author_id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    change jsonb NOT NULL,
    before jsonb NOT NULL,
    refused jsonb NOT NULL,
    undone_at timestamptz,
    CONSTRAINT bulk_edit_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX bulk_edit_author_ix ON bulk_edit (author_id, at)`,
  `ALTER TABLE bulk_edit ADD CONSTRAINT bulk_edit_author_fk FOREIGN KEY (author_id) REFERENCES account(id)`,
  `CREATE TABLE media (
    id uuid NOT NULL,
    kind text NOT NULL,
    mime text NOT NULL,
    bytes bytea NOT NULL,
    sha256 bytea NOT NULL,
    width integer,
    height integer,
    uploaded_by uuid,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT media_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX media_sha256_ix ON media (sha256)`,
  `ALTER TABLE media ADD CONSTRAINT media_uploaded_by_fk FOREIGN KEY (uploaded_by) REFERENCES account(id)`,

  // --- papers on paper: which versions, in which order under which code
  `CREATE TABLE printed_paper (
    id uuid NOT NULL,
    title text NOT NULL,
    organizer text NOT NULL,
    subject text NOT NULL,
    duration_minutes integer NOT NULL,
    item_version_ids uuid[] NOT NULL,
    forms jsonb NOT NULL,
    max_points double precision NOT NULL,
    author_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT printed_paper_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX printed_paper_items_ix ON printed_paper USING gin (item_version_ids)`,
  `ALTER TABLE printed_paper ADD CONSTRAINT printed_paper_author_fk FOREIGN KEY (author_id) REFERENCES account(id)`,

  // --- practising: when each item comes back to a person, and every answer
  `CREATE TABLE practice_card (
    account_id uuid NOT NULL,
    item_id uuid NOT NULL,
    due_at timestamptz NOT NULL,
    memory jsonb NOT NULL,
    answer_count integer NOT NULL,
    right_count integer NOT NULL,
    CONSTRAINT practice_card_pk PRIMARY KEY (account_id, item_id)
  )`,
  `CREATE INDEX practice_card_due_ix ON practice_card (account_id, due_at)`,
  `CREATE INDEX practice_card_item_ix ON practice_card (item_id)`,
  `ALTER TABLE practice_card ADD CONSTRAINT practice_card_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE`,
  `ALTER TABLE practice_card ADD CONSTRAINT practice_card_item_fk FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE CASCADE`,
  `CREATE TABLE practice_answer (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    item_version_id uuid NOT NULL,
    form jsonb NOT NULL,
    shown_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    answered_at timestamptz,
    response jsonb,
    share double precision,
    CONSTRAINT practice_answer_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX practice_answer_account_ix ON practice_answer (account_id)`,
  `CREATE INDEX practice_answer_version_ix ON practice_answer (item_version_id)`,
  `ALTER TABLE practice_answer ADD CONSTRAINT practice_answer_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE`,
  `ALTER TABLE practice_answer ADD CONSTRAINT practice_answer_version_fk FOREIGN KEY (item_version_id) REFERENCES item_version(id) ON DELETE CASCADE`,

  // --- rounds: what drawing and delivering need of items of every type; how many saw each
  `ALTER TABLE round_item
    ADD COLUMN type text NOT NULL DEFAULT 'single-choice',
    ADD COLUMN choice_count smallint NOT NULL DEFAULT 0,
    ADD COLUMN exclusion_set text NOT NULL DEFAULT '',
    ADD COLUMN shown_count integer`,
  `ALTER TABLE round ADD COLUMN exposure_counted_at timestamptz`,

  // --- attempts: an item may give a share of its point
  `ALTER TABLE attempt ALTER COLUMN points TYPE double precision`,
]

export class ItemBank1795500000000 implements MigrationInterface {
  name = 'ItemBank1795500000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  /** Items of the new types have no place in the old tables. */
  async down(): Promise<void> {
    throw new Error('items of eight types do not fit back into tables of one; restore a backup if that is meant')
  }
}
