import type { Trust, TrustHistory } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { asAutomation } from '../../testing/as-automation.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { startInventoryWorld, wholePass } from '../../testing/inventory-world.ts'
import { call, development } from '../../testing/portal-world.ts'

const group = `/subscriptions/${development}/resourceGroups/rg-pay-dev`
const identity = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-history`
const at = `/api/identities/mi/${development}/rg-pay-dev/id-history`
const trust = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:contoso/outside:environment:prod',
  audiences: ['api://AzureADTokenExchange'],
}

const world = forThisFile(startInventoryWorld)

/** Past the portal. */
const arm = (method: 'PUT' | 'DELETE', path: string, body?: object) =>
  asAutomation(world.emulator, 'management.azure.com', [method, `${path}?api-version=2024-11-30`, body ?? {}])
const atAzure = `${identity}/federatedIdentityCredentials/outside`

test('one time line tells what was done here, what a reading noticed, and who Azure’s log names for it', async () => {
  const alex = await world.portal.signedIn('admin')
  const reader = await world.portal.signedIn('reader')
  const body = {
    parent: {
      kind: 'managedIdentity',
      subscriptionId: development,
      resourceGroup: 'rg-pay-dev',
      identityName: 'id-history',
    },
    trustName: 'outside',
  }
  const history = async (by = alex) => {
    const answer = await call<TrustHistory>(by, 'POST', '/api/trust-history', body)
    expect(answer.status).toBe(200)
    return answer.body
  }
  const lines = ({ entries }: TrustHistory) =>
    entries.map((entry) =>
      entry.kind === 'portal'
        ? entry.event.operation
        : entry.kind === 'log'
          ? 'log'
          : `${entry.change} ${entry.by?.source ?? 'nobody'}`,
    )
  await arm('PUT', identity, { location: 'westeurope' })
  await wholePass(alex)
  expect(await history()).toMatchObject({ entries: [], readSince: null, unread: [] })

  await arm('PUT', atAzure, { properties: trust })
  expect(lines(await history())).toEqual(['log'])
  await wholePass(alex)
  expect(lines(await history())).toEqual(['appeared activity-log'])
  await arm('PUT', atAzure, { properties: { ...trust, subject: `${trust.subject}-2` } })
  await wholePass(alex)
  const changed = await history()
  expect(lines(changed)).toEqual(['changed activity-log', 'appeared activity-log'])
  expect(changed.entries[0]).toMatchObject({ before: { subject: trust.subject } })

  const { body: stored } = await call<Trust>(alex, 'GET', `${at}/trusts/outside`)
  await call(alex, 'DELETE', `${at}/trusts/outside?fingerprint=${stored.fingerprint}`)
  await wholePass(alex)
  expect(lines(await history())).toEqual(['trust.delete', 'changed activity-log', 'appeared activity-log'])

  // A log that is refused is named; the rest stands.
  const takeBack = await world.fault({
    match: { operation: 'arm/list-activity-events' },
    mode: { rate: 1 },
    effect: { status: 403, code: 'AuthorizationFailed' },
  })
  const partly = await history()
  await takeBack()
  expect([lines(partly), partly.unread.length, partly.logsSince]).toEqual([
    ['trust.delete', 'changed nobody', 'appeared nobody'],
    1,
    null,
  ])
  // Who read nothing is told of what was done here, and of no reading of somebody else.
  const theirs = await history(reader)
  expect([theirs.readSince, lines(theirs)[0]]).toEqual([null, 'trust.delete'])

  await arm('DELETE', identity)
  const gone = await history()
  expect([gone.isParentGone, lines(gone)[0], gone.logsSince]).toEqual([true, 'trust.delete', null])
  expect(lines(await history(reader))).toEqual([])
})
