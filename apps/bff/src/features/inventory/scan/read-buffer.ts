import type { Identity, Unreadable } from '@trustwright/shared-schemas'
import { resourceKey } from '../../../domain/resource-ids.ts'
import type { ReadParent } from '../store/fold-versions.ts'
import type { ScanContext } from './scan-context.ts'

/** Gathers what is read identity by identity, so that many are written at once. */
export interface ReadBuffer {
  /** Told of each list of identities; those are counted once a run. */
  found(identities: readonly Identity[]): Promise<void>
  read(each: ReadParent): Promise<void>
  unreadable(entry: Unreadable): Promise<void>
  flush(): Promise<void>
}

const mostWaiting = 200
const longestWaitMs = 500

export function createReadBuffer({ clock, commit, meter }: ScanContext): ReadBuffer {
  // What an earlier process of this run found is counted already.
  const counted = meter.counts().identitiesFound
  let listed = 0
  let parents: ReadParent[] = []
  let entries: Unreadable[] = []
  let writtenAt = clock.now()

  async function flush(): Promise<void> {
    const [readNow, told] = [parents, entries]
    parents = []
    entries = []
    writtenAt = clock.now()
    const ofSubscriptions = told.filter(({ kind }) => kind === 'subscription').length
    await commit({
      counts: {
        identitiesRead: readNow.length,
        trustsFound: readNow.reduce((sum, { trusts }) => sum + trusts.length, 0),
        subscriptionsUnreadable: ofSubscriptions,
        identitiesUnreadable: told.length - ofSubscriptions,
      },
      parents: readNow.filter(({ trusts }) => trusts.length > 0),
      emptyParentKeys: readNow.filter(({ trusts }) => trusts.length === 0).map(({ parent }) => parent.key),
      unreadable: told,
    })
  }
  async function flushWhenDue(): Promise<void> {
    if (parents.length >= mostWaiting || clock.now() - writtenAt >= longestWaitMs) await flush()
  }
  return {
    flush,
    async found(identities) {
      listed += new Set(identities.map(({ resourceId }) => resourceKey(resourceId))).size
      meter.add({ identitiesFound: Math.max(0, listed - Math.max(counted, meter.counts().identitiesFound)) })
      await flushWhenDue()
    },
    async read(each) {
      parents.push(each)
      await flushWhenDue()
    },
    async unreadable(entry) {
      entries.push(entry)
      await flushWhenDue()
    },
  }
}
