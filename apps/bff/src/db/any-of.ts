import { sql, type AnyColumn, type SQL } from 'drizzle-orm'

/** The column is one of these, however many: they are one parameter, where `inArray` makes and parses one of each. */
export function anyOf(column: AnyColumn, values: readonly string[]): SQL {
  return sql`${column} = any(${sql.param([...values])}::text[])`
}
