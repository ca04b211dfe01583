import type { Unreadable } from '@trustwright/shared-schemas'
import { asRefused } from '../../../domain/as-refused.ts'
import { applicationId } from '../../../domain/resource-ids.ts'
import type { ApplicationsWithTrusts } from '../../../directory-port.ts'
import { readParents } from '../store/open-parents.ts'
import { readPages } from './read-pages.ts'
import { pagesFor } from './scan-meter.ts'
import type { ScanContext } from './scan-context.ts'
import { applicationKey, applicationParent } from './to-parent.ts'

const cursorName = 'applications'
const incomplete = 'applicationsIncomplete'
const pageSize = 999

/**
 * Every application that has trusts, page by page, from where an earlier process left off. Where Graph refuses a page, the
 * rest counts as not readable. True where the list was read to its end.
 */
export async function listApplications(context: ScanContext): Promise<boolean> {
  const { caller, commit, cursors, directory, meter, paced } = context
  const from = cursors[cursorName]
  if (from === null) return cursors[incomplete] === undefined
  let total = meter.counts().applicationsFound
  const seen = new Set<string>()
  const before = shownOf(context)
  const list = async (cursor: string | null) => {
    const options = meter.options('graph')
    const { found, broken, ...page } = await paced.graph(() =>
      directory.listApplicationsWithTrusts(caller, cursor, options),
    )
    return { ...page, items: [{ found, broken }] }
  }
  try {
    for await (const { items, total: counted, nextCursor } of readPages(list, from ?? null)) {
      // Graph counts on the first page only.
      total = counted ?? total
      for (const page of items) await keepPage(context, page, { seen, before, total, nextCursor })
    }
    const missing = total - before - seen.size
    if (missing > 0) {
      meter.add({ applicationsUnreadable: missing })
      await commit({ unreadable: [notShown(missing)], cursors: { [incomplete]: 'counted' } })
    }
    return missing <= 0
  } catch (error) {
    const { code, detail } = asRefused(error)
    const { applicationsFound, applicationsRead, applicationsUnreadable } = meter.counts()
    meter.add({ applicationsUnreadable: applicationsFound - applicationsRead - applicationsUnreadable })
    const what = { kind: 'directory', scope: '/applications', displayName: 'App registrations' } as const
    const cursor = { [cursorName]: null, [incomplete]: code }
    await commit({ unreadable: [{ ...what, code, reason: detail }], cursors: cursor })
    return false
  }
}

/** Applications that an earlier process has counted already. */
function shownOf({ meter }: ScanContext): number {
  const { applicationsRead, applicationsUnreadable } = meter.counts()
  return applicationsRead + applicationsUnreadable
}

interface PagePlace {
  readonly seen: Set<string>
  readonly before: number
  readonly total: number
  readonly nextCursor: string | null
}

async function keepPage(
  { commit, db, meter, run }: ScanContext,
  { found, broken }: Pick<ApplicationsWithTrusts, 'found' | 'broken'>,
  { seen, before, total, nextCursor }: PagePlace,
): Promise<void> {
  const isNew = (appId: string) => !seen.has(appId) && seen.add(appId) !== undefined
  const fresh = found.filter(({ application }) => isNew(application.appId))
  const newlyBroken = broken.filter(({ appId }) => isNew(appId))
  const keys = fresh.map(({ application }) => applicationKey(application.appId))
  const old = await readParents(db, run.owner, keys)
  const parents = fresh.map(({ application, credentials }) => ({
    parent: applicationParent(application, old.get(applicationKey(application.appId))),
    trusts: credentials.map((credential) => ({
      parent: { kind: 'application', appId: application.appId } as const,
      credential,
    })),
  }))
  meter.least('applications', pagesFor(Math.max(total, before + seen.size), pageSize))
  meter.add({
    applicationsFound: Math.max(0, Math.max(total, before + seen.size) - meter.counts().applicationsFound),
  })
  await commit({
    counts: {
      applicationsRead: fresh.length,
      applicationsUnreadable: newlyBroken.length,
      trustsFound: parents.reduce((sum, { trusts }) => sum + trusts.length, 0),
    },
    parents: parents.filter(({ trusts }) => trusts.length > 0),
    emptyParentKeys: parents.filter(({ trusts }) => trusts.length === 0).map(({ parent }) => parent.key),
    unreadable: newlyBroken.map(({ appId, displayName }) => ({
      ...brokenOff,
      scope: applicationId(appId),
      displayName,
    })),
    cursors: { [cursorName]: nextCursor },
  })
}

const brokenOff = {
  kind: 'application',
  code: 'UPSTREAM_FAILED',
  reason: 'Microsoft Graph broke off the list of its trusts, so none of them could be read.',
} as const

function notShown(count: number): Unreadable {
  return {
    kind: 'directory',
    scope: '/applications',
    displayName: 'App registrations',
    code: 'UPSTREAM_FAILED',
    reason: `Microsoft Graph counted ${count} more with trusts than it listed. They may be new or deleted just now.`,
  }
}
