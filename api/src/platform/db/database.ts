import { type ClientBase, Pool, types } from 'pg'
import { DataSource, type MigrationInterface, type ObjectLiteral } from 'typeorm'
import { SnakeNaming } from './snake-naming.js'

// bigint columns (counts, ms) fit a double here; numeric stays text on purpose.
types.setTypeParser(types.builtins.INT8, Number)
// A date is a day, not an instant: keep the text.
types.setTypeParser(types.builtins.DATE, (text) => text)

/** What the modules bring along: their tables, and the migrations that make them. */
export interface Schema {
  entities: (new () => ObjectLiteral)[]
  migrations: (new () => MigrationInterface)[]
  /** Tables that only grow: the API's role may not change them. */
  appendOnly: readonly string[]
}

/** TypeORM's view of the database: entities, migrations, transactions. Everything but the answer path goes through it. */
export function createDataSource(
  url: string,
  { entities, migrations }: Pick<Schema, 'entities' | 'migrations'>,
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'schema_migration',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
    applicationName: 'thi-so',
    poolSize: 12,
    extra: {
      connectionTimeoutMillis: 5_000,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
      onConnect: listenForErrors,
    },
  })
}

/**
 * A pool beside TypeORM's for the hot paths: named statements are planned once a connection, and no slow query of another screen can
 * make an answer wait.
 */
export function createHotPool(url: string, purpose: 'answers' | 'lesson-answers' | 'starts', size: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max: size,
    min: size,
    application_name: `thi-so ${purpose}`,
    // A named statement keeps the plan that it got when its tables were small: at the opening minute of a fresh round that would
    // be a scan of the whole table, thousands of times, until statistics catch up. Every statement here has its index.
    options: '-c enable_seqscan=off',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idleTimeoutMillis: 0,
    keepAlive: true,
    onConnect: listenForErrors,
  })
  // An idle connection that breaks (the database restarts) is replaced by the pool; without a listener Node would exit.
  pool.on('error', () => undefined)
  return pool
}

/**
 * The pool stops listening to a connection when it hands it out, and TypeORM begins a moment later. A server that dies just then
 * says so in between, and an error that nobody listens to would end the process. Whoever holds the connection learns of it from the
 * next query.
 */
function listenForErrors(client: ClientBase): void {
  client.on('error', () => undefined)
}
