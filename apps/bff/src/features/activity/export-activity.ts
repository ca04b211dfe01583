import { csvLine } from '@trustwright/federation'
import type { ActivityEvent, ActivityExportQuery } from '@trustwright/shared-schemas'
import type { Database } from '../../db/database.ts'
import type { Audit, Caller } from '../../ports.ts'
import type { FileAnswer } from '../../routes/register-file.ts'
import { activityFilter } from './activity-filter.ts'
import { readPage } from './read-page.ts'

export interface ExportParts {
  readonly audit: Audit
  readonly database: Database
}

/**
 * All events that match, newest first. The export is an event before the first line leaves, and is in the file itself.
 * Throws ADMINISTRATOR_REQUIRED as the list does.
 */
export async function exportActivity(
  { audit, database }: ExportParts,
  caller: Caller,
  { format, ...filters }: ActivityExportQuery,
): Promise<FileAnswer> {
  const matches = activityFilter(caller, filters)
  await audit.record({
    caller,
    operation: 'activity.export',
    target: `/tenants/${caller.tenantId}/activity`,
    outcome: 'succeeded',
    after: { format, ...filters },
  })
  const events = allEvents(database, matches)
  return format === 'csv'
    ? { name: 'activity.csv', type: 'text/csv', chunks: asCsv(events) }
    : { name: 'activity.json', type: 'application/json', chunks: asJson(events) }
}

const pageSize = 1000

/** One page of them at a time. */
async function* allEvents(
  database: Database,
  matches: ReturnType<typeof activityFilter>,
): AsyncGenerator<readonly ActivityEvent[]> {
  let before: string | null | undefined
  while (before !== null) {
    const page = await readPage(database, matches, { before, limit: pageSize })
    yield page.events
    before = page.nextBefore
  }
}

const columns: readonly (readonly [string, (event: ActivityEvent) => string])[] = [
  ['at', ({ at }) => at],
  ['actor', ({ actor }) => actor.username],
  ['actorObjectId', ({ actor }) => actor.objectId],
  ['door', ({ door }) => door ?? ''],
  ['operation', ({ operation }) => operation],
  ['target', ({ target }) => target],
  ['outcome', ({ outcome }) => outcome],
  ['problem', ({ problemCode }) => problemCode ?? ''],
  ['azureRequestId', ({ upstreamRequestId }) => upstreamRequestId ?? ''],
  ['before', ({ before }) => (before === null ? '' : JSON.stringify(before))],
  ['after', ({ after }) => (after === null ? '' : JSON.stringify(after))],
  ['id', ({ activityId }) => activityId],
]

async function* asCsv(pages: AsyncIterable<readonly ActivityEvent[]>): AsyncGenerator<string> {
  yield csvLine(columns.map(([name]) => name))
  for await (const page of pages) {
    yield page.map((event) => csvLine(columns.map(([, read]) => read(event)))).join('')
  }
}

/** One array, an event a line. */
async function* asJson(pages: AsyncIterable<readonly ActivityEvent[]>): AsyncGenerator<string> {
  let lead = '['
  for await (const page of pages) {
    for (const event of page) {
      yield `${lead}\n${JSON.stringify(event)}`
      lead = ','
    }
  }
  yield lead === '[' ? '[]\n' : '\n]\n'
}
