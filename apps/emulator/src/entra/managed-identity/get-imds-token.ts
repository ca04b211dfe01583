import type { EmulatorResponse, Operation } from '../../kernel/operation.ts'
import { EntraRefusal } from '../core/refusal.ts'
import { issueIdentityToken } from './issue-identity-token.ts'
import { selectIdentity } from './select-identity.ts'

/** Seen in https://github.com/Hexadite/acs-keyvault-agent/pull/43 and Azure/aad-pod-identity#1054. */
const refusals = {
  notFound: 'Identity not found',
  ambiguous:
    'Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the token request',
}

export const getImdsToken: Operation = {
  id: 'entra/get-imds-token',
  method: 'GET',
  path: '/metadata/identity/oauth2/token',
  summary: "Managed-identity tokens in the shape of a virtual machine's metadata service (IMDS)",
  source: 'https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token',
  handle: async ({ headers, query }, world) => {
    if (headers.metadata?.toLowerCase() !== 'true') return refuse('Required metadata header not specified')
    if (headers['x-forwarded-for'] !== undefined) return refuse('Forwarded requests are not allowed')
    if (!/^\d{4}-\d\d-\d\d$/.test(query.get('api-version') ?? '')) {
      return refuse("Required query variable 'api-version' is missing")
    }
    const resource = query.get('resource')
    if (!resource) return refuse("Required query variable 'resource' is missing")
    const identity = selectIdentity(query, world)
    if (typeof identity === 'string') return refuse(refusals[identity])
    try {
      const token = await issueIdentityToken(identity, resource, world)
      return { status: 200, body: { ...token, ext_expires_in: token.expires_in } }
    } catch (error) {
      if (!(error instanceof EntraRefusal)) throw error
      return refuse(error.message, error.failure.error)
    }
  },
}

function refuse(description: string, error = 'invalid_request'): EmulatorResponse {
  return { status: 400, body: { error, error_description: description } }
}
