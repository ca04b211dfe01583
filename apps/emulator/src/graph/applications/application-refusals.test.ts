import { afterAll, expect, test } from 'vitest'
import { refusalOf, startGraph } from '../testing/graph-client.ts'
import { appRole } from '../testing/app-role.ts'

const { emulator, call } = await startGraph()
afterAll(() => emulator.close())

const nobody = '00000000-0000-4000-8000-000000000000'

test.for<[string, object, string, string | RegExp]>([
  [
    'no name',
    {},
    'Request_BadRequest',
    "A value is required for property 'displayName' of resource 'Application'.",
  ],
  [
    'an unknown property',
    { displayName: 'x', colour: 'red' },
    'Request_BadRequest',
    "Invalid property 'colour'.",
  ],
  ['an application id', { displayName: 'x', appId: nobody }, 'Request_BadRequest', /read-only/],
  [
    'a name beyond 256',
    { displayName: 'x'.repeat(257) },
    'Request_BadRequest',
    "Invalid value specified for property 'displayName' of resource 'Application'.",
  ],
  [
    'an unknown audience',
    { displayName: 'x', signInAudience: 'Everybody' },
    'Request_BadRequest',
    /'signInAudience'/,
  ],
  [
    'personal accounts with tokens of version 1',
    { displayName: 'x', api: { requestedAccessTokenVersion: 1 } },
    'Request_BadRequest',
    'Property api.requestedAccessTokenVersion is invalid.',
  ],
  [
    'a logout address that is a script',
    { displayName: 'x', web: { logoutUrl: 'javascript:alert(1)' } },
    'Request_BadRequest',
    /'web.logoutUrl'/,
  ],
  [
    'http on another machine',
    { displayName: 'x', web: { redirectUris: ['http://contoso.example/'] } },
    'Request_BadRequest',
    /'web.redirectUris'/,
  ],
  [
    'a fragment in a redirect',
    { displayName: 'x', spa: { redirectUris: ['https://contoso.example/#a'] } },
    'Request_BadRequest',
    /'spa.redirectUris'/,
  ],
  [
    'an identifier on a foreign domain',
    { displayName: 'x', identifierUris: ['https://fabrikam.example/api'] },
    'HostNameNotOnVerifiedDomain',
    /verified domain of the organization/,
  ],
  [
    'a secret',
    { displayName: 'x', passwordCredentials: [{ secretText: 'x' }] },
    'Request_BadRequest',
    'New password credentials must be generated with service actions.',
  ],
  [
    'a key that is no certificate',
    { displayName: 'x', keyCredentials: [{ type: 'AsymmetricX509Cert', usage: 'Verify', key: 'AAAA' }] },
    'KeyCredentialsInvalidValue',
    /certificate/,
  ],
  [
    'two roles of one value',
    { displayName: 'x', appRoles: [appRole('1', 'a'), appRole('2', 'a')] },
    'DuplicateValue',
    /appRoles/,
  ],
  [
    'a preauthorised permission that is not there',
    {
      displayName: 'x',
      api: { preAuthorizedApplications: [{ appId: nobody, delegatedPermissionIds: [nobody] }] },
    },
    'InvalidValue',
    /preAuthorizedApplications/,
  ],
])('POST with %s is refused', async ([, body, code, message]) => {
  const answer = refusalOf(await call('POST', '/applications', { body }))
  expect(answer).toMatchObject({ status: 400, code })
  expect(answer.message).toMatch(message)
})
