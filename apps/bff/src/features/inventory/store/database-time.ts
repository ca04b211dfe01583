import { sql } from 'drizzle-orm'

/** Signs of life are told and judged by the one clock that all replicas share. */
export const databaseTime = sql<Date>`clock_timestamp()`

/** A run that has given no sign of life for so long belongs to a process that is gone. */
export const silentMs = 15_000

/** Since when a run must have given one. */
export const aliveSince = sql`clock_timestamp() - ${silentMs} * interval '1 ms'`
