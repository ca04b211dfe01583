import { presets, type PresetId } from '@trustwright/federation'
import { expect, test } from 'vitest'
import {
  emptyTrustForm,
  followed,
  proposalOf,
  trustFormResolver,
  trustRequests,
  type TrustFormValues,
} from './trust-form.ts'

const audience = 'api://AzureADTokenExchange'
const options = { fields: {}, shouldUseNativeValidation: false }

function github(fields: Record<string, string> = {}, rest: Partial<TrustFormValues> = {}): TrustFormValues {
  const empty = emptyTrustForm('public')
  const filled = { owner: 'contoso', repository: 'pay-api', environment: 'production', ...fields }
  return {
    ...empty,
    ...rest,
    fields: { ...empty.fields, 'github-actions': { ...empty.fields['github-actions'], ...filled } },
  }
}

function requestIn(values: TrustFormValues, cloud: 'public') {
  const [request] = trustRequests(values, cloud)
  if (request === undefined) throw new Error('The form made no request.')
  return request
}

function filled(presetId: PresetId, own: Record<string, string>, rest: Partial<TrustFormValues> = {}) {
  const empty = emptyTrustForm('public')
  const fields = { ...empty.fields, [presetId]: { ...empty.fields[presetId], ...own } }
  return { ...empty, audience: '', ...rest, presetId, fields }
}

async function refusals(values: TrustFormValues): Promise<string[]> {
  const { errors } = await trustFormResolver('public')(values, undefined, options)
  return pathsOf(errors)
}

function pathsOf(errors: object, at = ''): string[] {
  if ('message' in errors && typeof errors.message === 'string') return [at]
  return Object.entries(errors).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null ? pathsOf(inner, at === '' ? key : `${at}.${key}`) : [],
  )
}

test('a filled form becomes exactly the request, with the proposed name', async () => {
  const values = github()
  expect(await refusals(values)).toEqual([])
  expect(requestIn(values, 'public')).toEqual({
    name: proposalOf(values, 'public').name,
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:contoso/pay-api:environment:production',
    audiences: [audience],
  })
})

test('a name of one’s own and another audience are kept', () => {
  const request = requestIn(github({}, { name: 'my-name', audience: 'api://contoso' }), 'public')
  expect(request).toMatchObject({ name: 'my-name', audiences: ['api://contoso'] })
})

test('IDs make the immutable subject', () => {
  const values = github({ identifiers: 'ids', ownerId: '12', repositoryId: '34' })
  expect(requestIn(values, 'public').subject).toBe('repo:contoso@12/pay-api@34:environment:production')
})

test('the audience of a preset that asks for it itself comes from its own field', async () => {
  const empty = emptyTrustForm('public')
  const values: TrustFormValues = {
    ...empty,
    presetId: 'other-issuer',
    audience: '',
    fields: {
      ...empty.fields,
      'other-issuer': { issuer: 'https://oidc.fabrikam.com', subject: 'project:web', audience: 'api://own' },
    },
  }
  expect(await refusals(values)).toEqual([])
  expect(requestIn(values, 'public').audiences).toEqual(['api://own'])
})

test('what is half typed under another preset is no error', async () => {
  const values = github()
  values.fields.kubernetes = { issuer: 'http://wrong', namespace: 'UPPER', serviceAccount: '' }
  expect(await refusals(values)).toEqual([])
})

test('no name is proposed while a field is missing', () => {
  expect(proposalOf(github({ repository: '' }), 'public').name).toBe('')
})

test.each([
  ['an empty owner', github({ owner: '' }), 'fields.github-actions.owner'],
  ['a pasted address', github({ owner: 'https://github.com/contoso' }), 'fields.github-actions.owner'],
  ['a missing environment', github({ environment: '' }), 'fields.github-actions.environment'],
  [
    'a wildcard, which would never match',
    github({ entity: 'branch', branch: 'release/*' }),
    'fields.github-actions.branch',
  ],
  [
    'an ID that is no number',
    github({ identifiers: 'ids', ownerId: 'contoso', repositoryId: '34' }),
    'fields.github-actions.ownerId',
  ],
  [
    'a subject that is too long only once its colons are encoded',
    github({ environment: ':'.repeat(250) }),
    'fields.github-actions.environment',
  ],
  ['a short name', github({}, { name: 'ab' }), 'name'],
  ['a name that starts with a dash', github({}, { name: '-gh-pay' }), 'name'],
  ['an empty audience', github({}, { audience: '' }), 'audience'],
  ['an audience with white space', github({}, { audience: ' api://x' }), 'audience'],
])('%s is refused at its field', async (_, values, path) => {
  expect(await refusals(values)).toEqual([path])
})

test.each([
  [
    'an AKS issuer without its slash',
    {
      issuer:
        'https://westeurope.oic.prod-aks.azure.com/11111111-2222-3333-4444-555555555555/66666666-7777-8888-9999-000000000000',
    },
    'issuer',
  ],
  ['a namespace in capitals', { namespace: 'Shop' }, 'namespace'],
  ['a plain http issuer', { issuer: 'http://oidc.fabrikam.com' }, 'issuer'],
])('%s is refused at its field', async (_, wrong, field) => {
  const empty = emptyTrustForm('public')
  const kubernetes = {
    issuer: 'https://oidc.fabrikam.com',
    namespace: 'shop',
    serviceAccount: 'api',
    ...wrong,
  }
  const values: TrustFormValues = {
    ...empty,
    presetId: 'kubernetes',
    fields: { ...empty.fields, kubernetes },
  }
  expect(await refusals(values)).toEqual([`fields.kubernetes.${field}`])
})

const terraform = {
  host: 'app.terraform.io',
  organization: 'contoso',
  project: 'Default Project',
  workspace: 'network',
}
const spacelift = { account: 'contoso', space: 'root', stack: 'network' }

test('a form of two trusts becomes two requests, and a name of one’s own is in both', async () => {
  const values = filled('hcp-terraform', terraform, { name: 'prod', audience })
  expect(await refusals(values)).toEqual([])
  expect(trustRequests(values, 'public')).toMatchObject([
    { name: 'prod-plan', subject: expect.stringMatching(/:plan$/) },
    { name: 'prod-apply', subject: expect.stringMatching(/:apply$/) },
  ])
})

test('name and audience follow the platform and its fields until a person writes others', () => {
  const start = emptyTrustForm('public')
  const chosen: TrustFormValues = { ...start, presetId: 'spacelift' }
  const before = followed(chosen, proposalOf(start, 'public'), 'public')
  expect(before).toEqual({ name: '', audience: '' })
  const whole = filled('spacelift', spacelift, before)
  const after = followed(whole, proposalOf(chosen, 'public'), 'public')
  expect(after).toEqual({ name: 'spacelift-network', audience: 'contoso.app.spacelift.io' })
  const back = { ...whole, ...after, presetId: 'github-actions' } as const
  expect(followed(back, proposalOf(whole, 'public'), 'public')).toEqual({ name: '', audience })
  const own = { ...whole, name: 'mine', audience: 'api://own' }
  expect(followed(own, proposalOf(chosen, 'public'), 'public')).toEqual({
    name: 'mine',
    audience: 'api://own',
  })
})

test('an audience left empty is that of the platform', async () => {
  const values = filled('spacelift', spacelift)
  expect(await refusals(values)).toEqual([])
  expect(trustRequests(values, 'public').map(({ audiences }) => audiences)).toEqual(
    Array.from({ length: 5 }, () => ['contoso.app.spacelift.io']),
  )
})

test('a form whose audience is not known yet is refused at its missing fields alone', async () => {
  expect(await refusals(filled('spacelift', { account: 'contoso', space: 'root' }))).toEqual([
    'fields.spacelift.stack',
  ])
})

test.each(presets)(
  'the empty form of $id is refused at its own fields, and the example is a request',
  async (preset) => {
    const own = Object.fromEntries(
      Object.entries(preset.fieldGuides).map(([key, { example }]) => [key, example]),
    )
    const places = await refusals(filled(preset.id, {}, { audience }))
    expect(places.length).toBeGreaterThan(0)
    expect(places.filter((place) => !place.startsWith(`fields.${preset.id}.`))).toEqual([])
    const values = filled(preset.id, own)
    const { audience: proposed } = proposalOf(values, 'public')
    // What this one says is true of no run but one, so it is refused whatever is typed.
    const expected = preset.id === 'bitbucket' ? ['fields.bitbucket.subject'] : []
    expect(await refusals({ ...values, audience: proposed })).toEqual(expected)
  },
)
