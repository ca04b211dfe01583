import type { ActivityPage, ApplicationOwner, CreatedApplication } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import type { Directory } from '../../directory-port.ts'
import { PortalError } from '../../errors.ts'
import { buildTestApp } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call } from '../../testing/portal-world.ts'
import { applicationWithTrust, syntheticDirectory } from '../../testing/synthetic-directory.ts'
import { startTestPostgres } from '../../testing/test-postgres.ts'

const { application } = applicationWithTrust(1)
const written = <T>(value: T) => ({ value, upstreamRequestId: 'r-1' })

const postgres = forThisFile(startTestPostgres)

/** Registers over a directory that behaves so. Tells whom Graph was asked to make an owner, and the newest event. */
async function registered(changes: Partial<Directory>) {
  const asked: string[] = []
  const directory = syntheticDirectory({
    createApplication: async () => written(application),
    createServicePrincipal: async () => written('principal'),
    addOwner: async (_, appId, objectId) => {
      asked.push(`${appId} ${objectId}`)
      return written(null)
    },
    ...changes,
  })
  const portal = await buildTestApp({ postgres, overrides: { directory } })
  try {
    const dana = await portal.signedIn('developer')
    const { body } = await call<CreatedApplication>(dana, 'POST', '/api/applications', { displayName: 'App' })
    const { body: activity } = await call<ActivityPage>(dana, 'GET', '/api/activity?limit=1')
    return { body, asked, newest: activity.events[0] }
  } finally {
    await portal.close()
  }
}

const nobody = async (): Promise<ApplicationOwner[]> => []
const notYet = () => Promise.reject(new PortalError('NOT_FOUND'))

test.each([
  ['names no owner', nobody],
  ['does not know the application yet', notYet],
])('who registers is made an owner where Graph %s, on record', async (_, listOwners) => {
  const { body, asked, newest } = await registered({ listOwners })
  expect(body).toMatchObject({ servicePrincipalId: 'principal', notDone: [] })
  expect(asked).toEqual([`${application.appId} ${newest?.actor.objectId}`])
  expect(newest).toMatchObject({
    operation: 'application.add-owner',
    target: `/applications/${application.appId}/owners/${newest?.actor.objectId}`,
    outcome: 'succeeded',
    upstreamRequestId: 'r-1',
  })
})

test('what Graph refuses later is told step by step, and the application stays', async () => {
  const refuse = () => Promise.reject(new PortalError('FORBIDDEN', { detail: 'No.' }))
  const { body, newest } = await registered({
    listOwners: nobody,
    createServicePrincipal: refuse,
    addOwner: refuse,
  })
  expect(body.application).toEqual(application)
  expect(body.notDone.map(({ step, detail }) => [step, detail])).toEqual([
    ['service-principal', 'No.'],
    ['owner', 'No.'],
  ])
  expect(newest).toMatchObject({ outcome: 'refused', problemCode: 'FORBIDDEN' })
})
