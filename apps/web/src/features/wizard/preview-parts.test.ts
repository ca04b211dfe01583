import { emptyDraftBody } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { foldedLine, pathIdentity, pathWorkload } from './preview-parts.ts'

const issuer = 'https://token.actions.githubusercontent.com'
const audiences = ['api://AzureADTokenExchange']
const body = {
  ...emptyDraftBody,
  presetId: 'github-actions',
  fields: { owner: 'contoso', repository: 'pay-api' },
}
const wanted = (subject: string) => ({ name: 'x', issuer, subject, audiences })
const subscriptionId = '11111111-2222-3333-4444-555555555555'

test('the line fills in as answers come', () => {
  expect(pathWorkload(emptyDraftBody, [], 'public')).toBeNull()
  expect(pathWorkload(body, [], 'public')).toMatchObject({
    mark: 'github',
    name: 'contoso/pay-api',
  })
  const known = pathWorkload(
    body,
    [wanted('repo:contoso/pay-api:environment:prod'), wanted('repo:contoso/pay-api:pull_request')],
    'public',
  )
  expect(known).toMatchObject({ name: 'contoso/pay-api', qualifier: 'environment prod', more: 1 })
})

test('an identity that is still to be made says where, and one without a name is not chosen', () => {
  const parent = {
    kind: 'newManagedIdentity',
    subscriptionId,
    resourceGroup: 'rg-pay',
    location: 'westeurope',
    identityName: 'id-pay',
  } as const
  expect(pathIdentity({ parent: null }, null)).toBeNull()
  expect(pathIdentity({ parent }, null)).toEqual({
    kind: 'managedIdentity',
    name: 'id-pay',
    note: 'new, in rg-pay',
  })
  expect(pathIdentity({ parent: { ...parent, identityName: ' ' } }, null)).toBeNull()
  expect(pathIdentity({ parent: { kind: 'newApplication', displayName: 'Pay' } }, null)).toMatchObject({
    kind: 'application',
    note: 'new application',
  })
  const appId = 'aaaaaaaa-1111-2222-3333-444444444444'
  expect(
    pathIdentity({ parent: { kind: 'existing', parent: { kind: 'application', appId } } }, 'Pay deploy')
      ?.name,
  ).toBe('Pay deploy')
})

test('the folded line says what is open', () => {
  expect(foldedLine(null, null, null)).toBe('workload not said yet → identity not chosen yet')
  const workload = {
    mark: 'github',
    platform: 'GitHub',
    name: 'contoso/pay-api',
    qualifier: 'prod',
    raw: false,
    more: 0,
  } as const
  expect(
    foldedLine(workload, { kind: 'managedIdentity', name: 'id-pay', note: null }, [
      'Reader on rg',
      'Owner on rg',
    ]),
  ).toBe('contoso/pay-api · prod → id-pay → Reader on rg and 1 more')
})

test('in the folded line a name of hundreds of letters keeps its ends', () => {
  const name = `contoso/${'group/'.repeat(90)}pay`
  const line = foldedLine(
    { mark: 'github', platform: 'GitLab', name, qualifier: 'branch main', raw: false, more: 0 },
    { kind: 'managedIdentity', name: 'id-pay', note: null },
    null,
  )
  expect(line.length).toBeLessThan(100)
  expect(line).toMatch(/^contoso\/group\/.*….*pay · branch main → id-pay$/)
})
