import type { DataSource } from 'typeorm'

/**
 * The rows of a query in pages of one snapshot, through a cursor: however many there are, only a page is held. Whoever stops in the middle
 * gives the connection back too.
 */
export async function* inSnapshot<T>(
  dataSource: DataSource,
  sql: string,
  values: readonly unknown[],
  pageSize: number,
): AsyncIterable<T[]> {
  const runner = dataSource.createQueryRunner()
  await runner.connect()
  try {
    await runner.startTransaction('REPEATABLE READ')
    await runner.query(`DECLARE rows_of_snapshot NO SCROLL CURSOR FOR ${sql}`, [...values])
    for (;;) {
      const rows: T[] = await runner.query(`FETCH ${pageSize} FROM rows_of_snapshot`)
      if (rows.length === 0) break
      yield rows
    }
  } finally {
    // Nothing was written, so this ends it in every case, also when the reader goes away in the middle: a connection must not go back
    // to the others with a transaction open.
    await runner.rollbackTransaction().catch(() => undefined)
    await runner.release()
  }
}
