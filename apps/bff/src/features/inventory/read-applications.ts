import type { Unreadable } from '@trustwright/shared-schemas'
import { applicationId } from '../../domain/resource-ids.ts'
import type { Caller } from '../../ports.ts'
import type { ApplicationsWithTrusts, Directory } from '../../directory-port.ts'
import { asRefused } from '../../domain/as-refused.ts'
import { demandNewPage } from '../../domain/new-page.ts'
import type { Pacer } from './pacer.ts'
import type { FoundRow, PassRecord } from './pass-record.ts'

type Found = ApplicationsWithTrusts['found'][number]

interface DirectoryPass {
  readonly caller: Caller
  readonly directory: Pick<Directory, 'listApplicationsWithTrusts'>
  readonly pacer: Pacer
  readonly record: PassRecord
}

const background = { background: true }
/** Paced apart from every subscription. */
const scope = '/applications'

/** Every application that has trusts, page by page. Where Graph refuses a page, the rest counts as not readable. */
export async function readApplications({ caller, directory, pacer, record }: DirectoryPass): Promise<void> {
  let total = 0
  let shown = 0
  let cursor: string | null = null
  const cursors = new Set<string>()
  try {
    do {
      const from: string | null = cursor
      const page: ApplicationsWithTrusts = await pacer.run(scope, () =>
        directory.listApplicationsWithTrusts(caller, from, background),
      )
      // Graph counts on the first page only.
      total = page.total ?? total
      shown += page.found.length + page.broken.length
      const found = Math.max(total, shown)
      await record.readApplications(page.found.length, found, page.found.flatMap(rowsOf))
      for (const { appId, displayName } of page.broken) {
        await record.unreadable({ ...brokenOff, scope: applicationId(appId), displayName })
      }
      cursor = page.nextCursor
      if (cursor !== null) demandNewPage(cursors, cursor)
    } while (cursor !== null)
    if (shown < total) await record.unreadable(notShown(total - shown))
  } catch (error) {
    const { code, detail } = asRefused(error)
    await record.unreadable({
      kind: 'directory',
      scope,
      displayName: 'App registrations',
      code,
      reason: detail,
    })
  }
}

const brokenOff = {
  kind: 'application',
  code: 'UPSTREAM_FAILED',
  reason: 'Microsoft Graph broke off the list of its trusts, so none of them could be read.',
} as const

function notShown(count: number): Unreadable {
  return {
    kind: 'directory',
    scope,
    displayName: 'App registrations',
    code: 'UPSTREAM_FAILED',
    reason: `Microsoft Graph counted ${count} more with trusts than it listed. They may be new or deleted just now.`,
  }
}

function rowsOf({ application, credentials }: Found): FoundRow[] {
  const { appId, displayName } = application
  return credentials.map((credential) => ({
    parent: { kind: 'application', appId },
    credential,
    applicationName: displayName,
    subscriptionName: '',
    location: '',
  }))
}
