import { readItems } from '../scan/read-pages.ts'
import type { ScanContext } from '../scan/scan-context.ts'
import { pagesFor } from '../scan/scan-meter.ts'
import type { LastSignIns } from './sign-in-readings.ts'

const pageSize = 999

type Reading = Pick<ScanContext, 'caller' | 'directory' | 'meter' | 'paced' | 'signIns'>

/**
 * When each last signed in. Graph lets five pages of this report be read in ten seconds, so what another run read a moment ago
 * stands for all but the first page: that one is asked for each time, since it shows whether this person may read it.
 */
export async function readLastSignIns({
  caller,
  directory,
  meter,
  paced,
  signIns,
}: Reading): Promise<LastSignIns> {
  const options = meter.options('graph')
  const list = (cursor: string | null) =>
    paced.reports(() => directory.listLastSignIns(caller, cursor, options))
  const first = await list(null)
  const known = first.nextCursor === null ? null : signIns.newest()
  if (known !== null) {
    meter.least('lastSignIns', 1)
    return new Map([...known, ...first.items.map(entryOf)])
  }
  let isBegun = false
  const found = await readItems(
    async (cursor) => {
      if (cursor !== null || isBegun) return await list(cursor)
      isBegun = true
      return first
    },
    (total) => meter.least('lastSignIns', pagesFor(total, pageSize)),
  )
  const reading = new Map(found.map(entryOf))
  signIns.keep(reading)
  return reading
}

function entryOf({
  at,
  clientId,
}: {
  readonly clientId: string
  readonly at: string | null
}): readonly [string, string | null] {
  return [clientId.toLowerCase(), at]
}
