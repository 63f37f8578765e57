import { servicesOf } from '@thiso/api/seeding'

export type App = Parameters<typeof servicesOf>[0]
export type Services = ReturnType<typeof servicesOf>

/** Whatever runs a statement: the database, or a transaction in it. */
export interface Runner {
  query(sql: string, values?: unknown[]): Promise<unknown>
}
