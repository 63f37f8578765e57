import pg from 'pg'
import type { DataSource } from 'typeorm'

/** One fixed number: the advisory lock that lets only one process hand out rights at a time. */
const RIGHTS_LOCK = 7_240_002

/**
 * HC-4: gives the role of the API what it needs and nothing that would undo a record: of an append-only table it may read and insert.
 * The role is made with the password of the address where it is missing. Asking again changes nothing; after a migration it covers the
 * new tables.
 * @param owner connected as the role that migrates, which owns the tables
 * @param apiUrl the address that the API uses
 * @returns false when both are the same role: then there is nothing to part
 */
export async function grantRights(owner: DataSource, apiUrl: string, appendOnly: readonly string[]): Promise<boolean> {
  const { username, password } = new URL(apiUrl)
  const name = decodeURIComponent(username)
  const role = pg.escapeIdentifier(name)
  return owner.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [RIGHTS_LOCK])
    const [state]: { is_same: boolean; is_there: boolean; version: number }[] = await manager.query(
      `SELECT current_user = $1 AS is_same, EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1) AS is_there,
         current_setting('server_version_num')::int AS version`,
      [name],
    )
    if (state?.is_same) return false
    if (!state?.is_there)
      await manager.query(`CREATE ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(decodeURIComponent(password))}`)
    const tables = appendOnly.map((table) => pg.escapeIdentifier(table)).join(', ')
    for (const statement of [
      `GRANT USAGE ON SCHEMA public TO ${role}`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`,
      // Fresh statistics after a load; it changes no row.
      ...((state?.version ?? 0) >= 170_000 ? [`GRANT MAINTAIN ON ALL TABLES IN SCHEMA public TO ${role}`] : []),
      `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
      `REVOKE INSERT, UPDATE, DELETE ON schema_migration FROM ${role}`,
      `REVOKE UPDATE, DELETE, TRUNCATE, TRIGGER ON ${tables} FROM ${role}`,
      `REVOKE DELETE ON attempt_chain FROM ${role}`,
    ])
      await manager.query(statement)
    return true
  })
}

/** HC-4: the append-only tables that the connected role could change all the same, by a right of its own or as an owner. */
export async function changeableTables(dataSource: DataSource, appendOnly: readonly string[]): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1::text[])
       AND (pg_has_role(c.relowner, 'USAGE') OR has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
         OR has_any_column_privilege(c.oid, 'UPDATE'))
     ORDER BY c.relname`,
    [appendOnly],
  )
  return rows.map(({ name }) => name)
}
