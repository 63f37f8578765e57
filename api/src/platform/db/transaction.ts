/** A running transaction, for callers that hold one and must not take a second connection. Only repositories look inside. */
export type { EntityManager as Transaction } from 'typeorm'
