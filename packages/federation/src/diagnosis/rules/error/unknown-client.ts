import { guidPattern } from '../../../paste/values.ts'
import { type Cause, causeOf } from '../../cause.ts'
import type { CauseCode } from '../../codes.ts'
import type { ErrorCase, ErrorRule } from '../../error/error-case.ts'

const kinds = 'Set the client ID (application ID) of the identity, which is a GUID.'

/** AADSTS700016: the tenant has no identity with the ID that was sent. */
export const unknownClient: ErrorRule = (found) => ({
  phase: 'exchange',
  causes: [...causesOf(found), ...secretNote(found)],
})

function causesOf({ failure, context }: ErrorCase): readonly Cause[] {
  const { client = '', directory } = failure.quoted
  const [code, text, fix] = reasonOf(client, context)
  return [
    causeOf(code, {
      severity: 'block',
      certainty: code === 'client-unknown' ? 'likely' : 'certain',
      text,
      evidence: `AADSTS700016${client === '' ? '' : ` names ${client.slice(0, 300)}`}${directory === undefined ? '' : ` in the directory ${directory}`}`,
      fix,
    }),
  ]
}

type Reason = readonly [CauseCode, string, string]

function reasonOf(client: string, context: ErrorCase['context']): Reason {
  const { knownIdentities = [], tenantId, otherParents = [] } = context
  const is = (id: string | undefined) => id !== undefined && id.toLowerCase() === client.toLowerCase()
  const wrong = (what: string, fix = kinds): Reason => [
    'client-id-kind',
    `Azure finds no identity: ${what} stands where its client ID belongs.`,
    fix,
  ]
  if (/^\/?subscriptions\//i.test(client)) return wrong('the resource ID (/subscriptions/…)')
  const object = knownIdentities.find(({ principalId, objectId }) => is(principalId) || is(objectId))
  const parent = otherParents.find(({ principalId }) => is(principalId))
  const own = object ?? parent
  if (own !== undefined) {
    return wrong(
      `the object ID (principal ID) of ${own.name ?? 'the identity'}`,
      own.clientId === undefined
        ? kinds
        : `Set the client ID of ${own.name ?? 'the identity'}: ${own.clientId}.`,
    )
  }
  if (client !== '' && is(tenantId))
    return wrong('the tenant ID', 'Tenant ID and client ID are likely swapped: set each in its own place.')
  if (/[${<%]|^(?:null|undefined|None)?$/.test(client) && client !== '***' && client !== '') {
    return [
      'client-id-missing',
      `Azure finds no identity: the placeholder ${client} was sent as the client ID, so its value was missing.`,
      'Check that the setting with the client ID reaches the job.',
    ]
  }
  const exists = [...knownIdentities, ...otherParents].find(({ clientId }) => is(clientId))
  if (exists !== undefined && isNew(context)) {
    return [
      'trust-new',
      `Wait: the client ID is right, that of ${exists.name ?? 'an identity'}, and it is too new to be known everywhere.`,
      'Retry every half minute, up to ten minutes. If it persists, check the tenant ID of the workload.',
    ]
  }
  if (exists !== undefined) {
    return [
      'client-unknown',
      `The client ID is right, that of ${exists.name ?? 'an identity'}; the request went to another tenant.`,
      'Set the tenant ID of the identity’s tenant in the workload.',
    ]
  }
  if (client !== '' && client !== '***' && !guidPattern.test(client))
    return wrong(`“${client.slice(0, 120)}”, a name and no GUID,`)
  return [
    'client-unknown',
    'The tenant has no identity with this client ID: the ID is another one (such as the object ID), the tenant ID is wrong, or the identity was deleted.',
    'Set client ID and tenant ID of one and the same identity; both stand on its overview page.',
  ]
}

/** Its trust is younger than what Azure needs to spread a new identity. */
function isNew({ now, trustCreatedAt }: ErrorCase['context']): boolean {
  const age = Date.parse(now ?? '') - Date.parse(trustCreatedAt ?? '')
  return age >= 0 && age < 600_000
}

/** The run fell back to a secret: the token of the workload was never presented. */
function secretNote({ failure }: ErrorCase): readonly Cause[] {
  if (
    !/with (?:a )?secret|client[ _-]?secret|\bcreds\b|Using auth-type: SERVICE_PRINCIPAL/i.test(failure.line)
  )
    return []
  return [
    causeOf('secret-flow', {
      severity: 'warn',
      certainty: 'certain',
      text: 'This run signed in with a secret, not OIDC, so no trust was asked.',
      evidence: 'The log says that a secret was used.',
      fix: 'Give azure/login client-id, tenant-id and subscription-id, and no creds; add permissions: id-token: write.',
    }),
  ]
}
