import { afterAll, expect, test } from 'vitest'
import { clusterIssuer, githubIssuer, tenantId } from '../../seed.ts'
import { errorOf, startArm } from '../testing/testing-client.ts'
import { freshName, makeIdentity, payGroup } from '../testing/testing-places.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

const definitions = '/providers/Microsoft.Authorization/policyDefinitions'
const issuerTypes = `${definitions}/2571b7c3-3056-4a61-b00a-9bc5232234f5`
const owners = `${definitions}/fd1a8e20-2c4f-4a6c-9354-b58d786d9a1f`
const clusters = `${definitions}/ae62c456-33de-4dc8-b100-7ce9028a7d99`
const notAllowed = `${definitions}/6c112d4e-5bc7-47ae-a041-ea2d9dccd749`
const initiative =
  '/providers/Microsoft.Authorization/policySetDefinitions/5e4ee281-95a3-442a-bb2a-5ef68cf5181a'
const identity = await makeIdentity(arm)
const audiences = ['api://AzureADTokenExchange']
const { policyAssignments, policyDefinitions, policySetDefinitions } = arm.clients('admin').policy

/** Writes a credential while a policy is assigned; gives the answer. */
async function writeUnder(
  policyDefinitionId: string,
  values: Record<string, unknown>,
  credential: { issuer: string; subject: string },
  more: object = {},
) {
  const name = freshName('assignment')
  const parameters = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]))
  await policyAssignments.create(payGroup, name, { policyDefinitionId, parameters, ...more })
  const path = `${identity}/federatedIdentityCredentials/${freshName('judged')}`
  const answer = await arm.call('PUT', path, { body: { properties: { ...credential, audiences } } })
  await policyAssignments.delete(payGroup, name)
  await arm.call('DELETE', path)
  return answer
}

const deny = { effect: 'Deny' }
const github = (subject: string) => ({ issuer: githubIssuer, subject })
const other = { issuer: 'https://issuer.contoso.example', subject: 'x' }
const all = { ...deny, allowFederatedCredentials: true }
const octo = { ...deny, allowedRepoOwners: ['octo-org'] }
const pay = 'repo:octo-org/pay:ref:refs/heads/main'
const immutable = 'repo:octo-org@123/pay@456:ref:refs/heads/main'
const aks = { issuer: clusterIssuer, subject: 'system:serviceaccount:pay:api' }

test.each([
  ['everything', issuerTypes, deny, github(pay), 403],
  ['GitHub when it is not allowed', issuerTypes, all, github(pay), 403],
  ['GitHub when it is allowed', issuerTypes, { ...all, allowGitHub: true }, github(pay), 201],
  ['a cluster when only GitHub is allowed', issuerTypes, { ...all, allowGitHub: true }, aks, 403],
  ['a cluster when clusters are', issuerTypes, { ...all, allowAKS: true }, aks, 201],
  ['an unknown issuer', issuerTypes, { ...all, allowAKS: true }, other, 403],
  [
    'an issuer that is an exception',
    issuerTypes,
    { ...all, allowedIssuerExceptions: [other.issuer] },
    other,
    201,
  ],
  ['anything under Audit', issuerTypes, {}, github(pay), 201],
  ['anything when disabled', issuerTypes, { effect: 'Disabled' }, github(pay), 201],
  ['a trusted owner', owners, octo, github(pay), 201],
  ['another owner', owners, octo, github('repo:fabrikam/pay:pull_request'), 403],
  ['a trusted owner with ids in the subject', owners, octo, github(immutable), 403],
  [
    'the owner spelled with its id',
    owners,
    { ...deny, allowedRepoOwners: ['octo-org@123'] },
    github(immutable),
    201,
  ],
  ['any owner when none is named', owners, { ...deny, allowedRepoOwners: [] }, github(pay), 201],
  [
    'a repository that is an exception',
    owners,
    { ...octo, allowedRepoExceptions: ['fabrikam/pay'] },
    github('repo:fabrikam/pay:pull_request'),
    201,
  ],
  ['another issuer than GitHub', owners, octo, other, 201],
  ['a cluster of a trusted tenant', clusters, { ...deny, allowedTenants: [tenantId] }, aks, 201],
  ['a cluster of another tenant', clusters, { ...deny, allowedTenants: ['x'] }, aks, 403],
  [
    'a cluster of another region',
    clusters,
    { ...deny, allowedTenants: [], allowedLocations: ['eastus'] },
    { ...aks, subject: 'system:serviceaccount:pay:far' },
    403,
  ],
  [
    'any credential where the type is not allowed',
    notAllowed,
    {
      listOfResourceTypesNotAllowed: [
        'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials',
      ],
    },
    github(pay),
    403,
  ],
  ['what one policy of the initiative denies', initiative, { ...all, allowAKS: true }, github(pay), 403],
  [
    'what every policy of the initiative lets through',
    initiative,
    { ...all, allowGitHub: true, allowedGitHubRepoOwners: ['octo-org'] },
    github(pay),
    201,
  ],
])('a policy judges %s', async (_, definition, values, credential, status) => {
  const answer = await writeUnder(definition, values, credential)
  expect(answer.status).toBe(status)
})

test('the refusal names resource, assignment, definition and initiative', async () => {
  const { body } = await writeUnder(initiative, { ...all }, github(pay))
  const { error } = Object(body)
  expect(error).toMatchObject({
    code: 'RequestDisallowedByPolicy',
    target: expect.stringMatching(/^judged-/),
  })
  expect(error.message).toMatch(
    /^Resource 'judged-\d+' was disallowed by policy\. Policy identifiers: '\[\{"policyAssignment"/,
  )
  expect(error.additionalInfo).toMatchObject([
    {
      type: 'PolicyViolation',
      info: {
        policyDefinitionId: issuerTypes,
        policyDefinitionEffect: 'deny',
        policySetDefinitionId: initiative,
        policyAssignmentScope: payGroup,
      },
    },
  ])
})

test.each([
  ['a message of its own', { nonComplianceMessages: [{ message: 'Ask the platform team.' }] }, 403],
  ['no enforcement', { enforcementMode: 'DoNotEnforce' }, 201],
  ['the identity left out', { notScopes: [identity] }, 201],
])('an assignment with %s', async (_, more, status) => {
  const answer = await writeUnder(issuerTypes, deny, github(pay), more)
  expect(answer.status).toBe(status)
})

test('a message of its own stands in the refusal instead of the identifiers', async () => {
  const more = { nonComplianceMessages: [{ message: 'Ask the platform team.' }] }
  const { message } = errorOf(await writeUnder(issuerTypes, deny, github(pay), more))
  expect(message).toContain("Reasons: 'Ask the platform team.'. See error details")
})

test.each([
  ['an unknown definition', { policyDefinitionId: `${definitions}/none` }, 404, 'PolicyDefinitionNotFound'],
  ['no definition', {}, 400, 'InvalidCreatePolicyAssignmentRequest'],
  [
    'a value that is not allowed',
    { policyDefinitionId: issuerTypes, parameters: { effect: { value: 'Modify' } } },
    400,
    'PolicyParameterValueNotAllowed',
  ],
  [
    'an unknown parameter',
    { policyDefinitionId: issuerTypes, parameters: { colour: { value: 'blue' } } },
    400,
    'UndefinedPolicyParameter',
  ],
  [
    'a parameter of another type',
    { policyDefinitionId: issuerTypes, parameters: { allowAKS: { value: 'yes' } } },
    400,
    'InvalidPolicyParameters',
  ],
  ['a parameter missing', { policyDefinitionId: owners }, 400, 'MissingPolicyParameter'],
])('an assignment with %s is refused', async (_, properties, status, code) => {
  const path = `${payGroup}/providers/Microsoft.Authorization/policyAssignments/refused`
  const answer = await arm.call('PUT', path, { as: 'admin', body: { properties } })
  expect(errorOf(answer)).toMatchObject({ status, code })
})

test('a contributor cannot assign a policy', async () => {
  const path = `${payGroup}/providers/Microsoft.Authorization/policyAssignments/refused`
  const body = { properties: { policyDefinitionId: issuerTypes } }
  expect(errorOf(await arm.call('PUT', path, { body }))).toMatchObject({ code: 'AuthorizationFailed' })
})

test('arm-policy lists, reads and takes away what it assigned', async () => {
  const name = freshName('listed')
  await policyAssignments.create(payGroup, name, { policyDefinitionId: issuerTypes })
  expect(await policyAssignments.get(payGroup, name)).toMatchObject({ name, scope: payGroup })
  const names: unknown[] = []
  for await (const assignment of policyAssignments.list()) names.push(assignment.name)
  expect(names).toContain(name)
  await policyAssignments.delete(payGroup, name)
  await expect(policyAssignments.get(payGroup, name)).rejects.toMatchObject({
    code: 'PolicyAssignmentNotFound',
  })
})

test('arm-policy reads the built-in definitions and the initiative with their parameters', async () => {
  const found = await policyDefinitions.getBuiltIn('2571b7c3-3056-4a61-b00a-9bc5232234f5')
  expect(Object.keys(found.parameters ?? {})).toContain('allowedIssuerExceptions')
  const types: unknown[] = []
  for await (const { policyType } of policyDefinitions.listBuiltIn()) types.push(policyType)
  expect(types).toEqual(['BuiltIn', 'BuiltIn', 'BuiltIn', 'BuiltIn'])
  const set = await policySetDefinitions.getBuiltIn('5e4ee281-95a3-442a-bb2a-5ef68cf5181a')
  expect(set.policyDefinitions).toHaveLength(3)
})

test.each([
  ["a function of JavaScript's", "[constructor('x')]"],
  ['calls in calls', `[${'tolower('.repeat(20_000)}'x'${')'.repeat(20_000)}]`],
  ['indexes in a row', `[field('tags')${'[0]'.repeat(20_000)}]`],
])('a rule with %s is 501', async (_, value) => {
  const path = `${payGroup.split('/resourceGroups')[0]}${definitions}/${freshName('definition')}`
  const condition = JSON.stringify({ value, equals: 'x' })
  const body = `{"properties":{"policyRule":{"if":${condition},"then":{"effect":"deny"}}}}`
  const answer = await arm.call('PUT', path, { as: 'admin', body })
  expect(errorOf(answer)).toMatchObject({ status: 501, code: 'NotEmulated' })
})

test.each([
  ['nested deeper than a hundred', 200],
  ['nested without measure', 100_000],
])('a body %s is refused', async (_, depth) => {
  const path = `${payGroup.split('/resourceGroups')[0]}${definitions}/${freshName('definition')}`
  const rule = `${'{"not":'.repeat(depth)}{}${'}'.repeat(depth)}`
  const body = `{"properties":{"policyRule":{"if":${rule},"then":{"effect":"deny"}}}}`
  const answer = await arm.call('PUT', path, { as: 'admin', body })
  expect(errorOf(answer)).toMatchObject({ status: 400, code: 'InvalidRequestContent' })
})

test('a custom definition denies credentials altogether; one that is not understood is 501', async () => {
  const type = 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials'
  const rule: unknown = JSON.parse(
    `{ "if": { "field": "type", "equals": "${type}" }, "then": { "effect": "deny" } }`,
  )
  const made = await policyDefinitions.createOrUpdate('no-credentials', { mode: 'All', policyRule: rule })
  expect((await writeUnder(made.id ?? '', {}, github(pay))).status).toBe(403)
  await policyDefinitions.delete('no-credentials')
  const odd: unknown = JSON.parse(
    '{ "if": { "field": "name", "match": "##" }, "then": { "effect": "deny" } }',
  )
  const attempt = policyDefinitions.createOrUpdate('odd', { mode: 'All', policyRule: odd })
  await expect(attempt).rejects.toMatchObject({ statusCode: 501 })
})
