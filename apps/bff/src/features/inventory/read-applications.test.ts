import type { Unreadable } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import type { Caller } from '../../ports.ts'
import { applicationWithTrust, syntheticDirectory } from '../../testing/synthetic-directory.ts'
import { readApplications } from './read-applications.ts'

const caller: Caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const nothing = async () => undefined

test('a directory that names the same next page for ever is read until then, and the rest is told', async () => {
  let pages = 0
  const directory = syntheticDirectory({
    listApplicationsWithTrusts: async () => {
      pages += 1
      return { found: [applicationWithTrust(pages)], broken: [], total: 9, nextCursor: 'again' }
    },
  })
  const rows: string[] = []
  const told: Unreadable[] = []
  await readApplications({
    caller,
    directory,
    pacer: { run: (_, work) => work(), waitingUntil: () => null },
    record: {
      foundSubscriptions: nothing,
      foundIdentities: nothing,
      readIdentity: nothing,
      flush: nothing,
      readApplications: async (_, __, found) => {
        rows.push(...found.map(({ applicationName = '' }) => applicationName))
      },
      unreadable: async (entry) => {
        told.push(entry)
      },
    },
  })
  expect(rows).toEqual(['App 1', 'App 2'])
  expect(told).toEqual([
    expect.objectContaining({ kind: 'directory', reason: expect.stringContaining('twice') }),
  ])
})
