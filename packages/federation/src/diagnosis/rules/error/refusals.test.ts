import { expect, test } from 'vitest'
import { first, main } from '../../../testing/explained.ts'
import { explainError } from '../../explain-error.ts'

const gitlab = {
  ...main,
  issuer: 'https://gitlab.contoso.local',
  subject: 'project_path:a/b:ref_type:branch:ref:main',
}

test.each([
  ['AADSTS90061: Request to External OIDC endpoint failed.', [main], 'discovery-unreachable'],
  ['AADSTS50166: Request to External OIDC endpoint failed.', [main], 'discovery-intermittent'],
  ['AADSTS501661: Request to External OIDC endpoint failed.', null, 'discovery-unreachable'],
  ['Request to External OIDC endpoint failed.', [main], 'discovery-unreachable'],
  ['AADSTS501661: Request to External OIDC endpoint failed.', [gitlab], 'issuer-private'],
  [
    'AADSTS7000272: The certificate with identifier k9 used to sign the federated credential could not be found in the metadata of identity provider https://x.',
    [main],
    'key-unknown',
  ],
  [
    "AADSTS5002738: Invalid JWT token. 'ES256' is not a supported signature algorithm.",
    [main],
    'algorithm-unsupported',
  ],
  ['AADSTS5002730: Invalid JWT token. Unsupported key for the signing algorithm.', [main], 'keys-not-rsa'],
  [
    'AADSTS700027: The certificate with identifier used to sign the client assertion is not registered',
    [main],
    'signature-wrong',
  ],
  ['AADSTS5002727: Invalid JWT header type specified', [main], 'token-type'],
] as const)('%s is a fault of the issuer or its keys: %s', (text, trusts, code) => {
  expect(first(text, { trusts })).toMatchObject({ code, family: 'issuer_unreachable' })
})

test.each([
  ['AADSTS700222: AAD-issued tokens may not be used', 'entra-token'],
  [
    'AADSTS700226: Only MSI tokens may be used as Federated Identity Credentials for AAD issuer.',
    'entra-token',
  ],
  ['AADSTS700227: x', 'entra-token'],
  ['AADSTS700229: Forbidden token type.', 'entra-token-of-person'],
  ['AADSTS700231: x', 'entra-token'],
  ['AADSTS700236: x', 'entra-token'],
  ['AADSTS700223: the subject does not match', 'issuer-forbidden'],
  ['AADSTS700238: the federated credential subject does not match', 'issuer-forbidden'],
  ['AADSTS7000226: No federated identity credential policy found on application', 'issuer-forbidden'],
  [
    "AADSTS7002381: tokens must contain the enterprise claim with value 'a' or 'b' but actual value is ''.",
    'claim-required',
  ],
  ["must contain the enterprise claim with value 'a' but actual value is 'c'.", 'claim-required'],
  [
    'AADSTS70052: The identity must be a managed identity, a single tenant app, or a service account',
    'app-multi-tenant',
  ],
  ['AADSTS900382: Confidential Client is not supported in Cross Cloud', 'cross-cloud'],
  ['AADSTS53003: Access has been blocked by Conditional Access policies.', 'conditional-access'],
])('%s is a policy, and no subject is blamed: %s', (text, code) => {
  const { causes } = explainError(text, { trusts: [main] })
  expect(causes.map(({ family }) => family)).toEqual(['tenant_policy'])
  expect(causes[0]?.code).toBe(code)
})
