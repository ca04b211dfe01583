import { expect, test } from 'vitest'
import {
  emptyTrustForm,
  proposedName,
  trustFormResolver,
  trustRequest,
  type TrustFormValues,
} from './trust-form.ts'

const audience = 'api://AzureADTokenExchange'
const options = { fields: {}, shouldUseNativeValidation: false }

function github(fields: Record<string, string> = {}, rest: Partial<TrustFormValues> = {}): TrustFormValues {
  const empty = emptyTrustForm(audience)
  const filled = { owner: 'contoso', repository: 'pay-api', environment: 'production', ...fields }
  return {
    ...empty,
    ...rest,
    fields: { ...empty.fields, 'github-actions': { ...empty.fields['github-actions'], ...filled } },
  }
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
  expect(trustRequest(values, 'public')).toEqual({
    name: proposedName(values, 'public'),
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:contoso/pay-api:environment:production',
    audiences: [audience],
  })
})

test('a name of one’s own and another audience are kept', () => {
  const request = trustRequest(github({}, { name: 'my-name', audience: 'api://contoso' }), 'public')
  expect(request).toMatchObject({ name: 'my-name', audiences: ['api://contoso'] })
})

test('IDs make the immutable subject', () => {
  const values = github({ identifiers: 'ids', ownerId: '12', repositoryId: '34' })
  expect(trustRequest(values, 'public').subject).toBe('repo:contoso@12/pay-api@34:environment:production')
})

test('the audience of a preset that asks for it itself comes from its own field', async () => {
  const empty = emptyTrustForm(audience)
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
  expect(trustRequest(values, 'public').audiences).toEqual(['api://own'])
})

test('what is half typed under another preset is no error', async () => {
  const values = github()
  values.fields.kubernetes = { issuer: 'http://wrong', namespace: 'UPPER', serviceAccount: '' }
  expect(await refusals(values)).toEqual([])
})

test('no name is proposed while a field is missing', () => {
  expect(proposedName(github({ repository: '' }), 'public')).toBe('')
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
  const empty = emptyTrustForm(audience)
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
