import { DrizzleQueryError } from 'drizzle-orm'
import type { Database } from './database.ts'

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/**
 * Runs work in a transaction. Drizzle lets a connection that cannot be made through as it is: here it is an error of a query
 * like any other, so that a database that is away is known as such.
 */
export async function inTransaction<T>(
  database: Database,
  work: (tx: Transaction) => Promise<T>,
  config?: Parameters<Database['transaction']>[1],
): Promise<T> {
  let isBegun = false
  try {
    return await database.transaction((tx) => {
      isBegun = true
      return work(tx)
    }, config)
  } catch (error) {
    if (isBegun || !(error instanceof Error) || error instanceof DrizzleQueryError) throw error
    throw new DrizzleQueryError('begin', [], error)
  }
}
