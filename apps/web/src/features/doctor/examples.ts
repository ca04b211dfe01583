import type { Trust } from '@trustwright/shared-schemas'
import { signatureLeftOut } from '../../components/diagnosis/without-signatures.ts'
import { noTenant, tenantTrust, type Scope } from './scope.ts'

/** A case of made-up names, to see what the page does with it. */
export interface Example {
  readonly title: string
  readonly text: string
}

const github = 'https://token.actions.githubusercontent.com'

/** Claims as a token carries them, without anything that could be used. */
function unsignedToken(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) =>
    btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return `${part({ alg: 'RS256', typ: 'JWT', kid: 'example' })}.${part(claims)}.${signatureLeftOut}`
}

export const examples: readonly Example[] = [
  {
    title: 'A letter in the wrong case',
    text: `Error: AADSTS7002138: No matching federated identity record found for presented assertion subject 'repo:Contoso/pay-api:environment:Prod'. The subject matches with case-insensitive comparison, but not with case-sensitive comparison.`,
  },
  {
    title: 'A log of azure/login',
    text: `Federated token details:
 issuer - ${github}
 subject claim - repo:contoso/pay-api:pull_request
 audience - api://AzureADTokenExchange
Error: AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso/pay-api:pull_request'. Check your federated identity credential Subject, Audience and Issuer against the presented assertion.`,
  },
  {
    title: 'A token',
    text: unsignedToken({
      iss: github,
      sub: 'repo:contoso/pay-api:environment:Prod',
      aud: 'api://AzureADTokenExchange',
      iat: 1_790_000_000,
      exp: 1_790_000_300,
    }),
  },
  {
    title: 'A clock that is wrong',
    text: 'AADSTS700024: Client assertion is not within its valid time range. Current time: 2026-11-20T10:20:00.0000000Z, assertion valid from 2026-11-20T10:00:00.0000000Z, expiry time of assertion 2026-11-20T10:05:00.0000000Z.',
  },
]

/** What the examples are compared with, so that the letters can be seen whoever looks. */
const stored: Trust = {
  parent: {
    kind: 'managedIdentity',
    subscriptionId: '00000000-0000-0000-0000-000000000000',
    resourceGroup: 'rg-pay',
    identityName: 'id-pay-prod',
  },
  resourceId: '',
  name: 'gh-pay-api-prod',
  issuer: github,
  subject: 'repo:contoso/pay-api:environment:prod',
  audiences: ['api://AzureADTokenExchange'],
  oddities: [],
  fingerprint: '',
  createdAt: null,
  firstSeenAt: null,
  seen: null,
}

export const exampleScope: Scope = {
  ...noTenant,
  trusts: [tenantTrust(stored, 'id-pay-prod')],
  parent: { parent: stored.parent, name: 'id-pay-prod', clientId: null },
}

/** Whether a text is one of the examples, as it stands. */
export function isExample(text: string): boolean {
  return examples.some((example) => example.text === text)
}
