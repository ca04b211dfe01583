import type { Caller } from '../../ports.ts'
import type { ApplicationsWithTrusts, Directory } from '../../directory-port.ts'
import { asRefused } from '../../domain/as-refused.ts'
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
  let cursor: string | null = null
  try {
    do {
      const from: string | null = cursor
      const page: ApplicationsWithTrusts = await pacer.run(scope, () =>
        directory.listApplicationsWithTrusts(caller, from, background),
      )
      // Graph counts on the first page only.
      total = page.total ?? total
      await record.readApplications(page.found.length, total, page.found.flatMap(rowsOf))
      cursor = page.nextCursor
    } while (cursor !== null)
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
