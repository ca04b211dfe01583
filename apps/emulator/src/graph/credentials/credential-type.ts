import type { FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import { entityType } from '../core/entity-type.ts'

/**
 * https://learn.microsoft.com/graph/api/resources/federatedidentitycredential. An expression is beta's alone; `subject`
 * is null where there is one.
 */
export const credentialType = entityType<FederatedCredential>(
  {
    name: 'federatedIdentityCredential',
    resource: 'FederatedIdentityCredential',
    properties: ['id', 'name', 'issuer', 'subject', 'description', 'audiences'],
    betaProperties: ['claimsMatchingExpression'],
    filters: { name: 'eq', subject: 'eq' },
    order: [],
    search: [],
    navigations: [],
    directoryObject: false,
  },
  {
    id: ({ id }) => id,
    json: ({ id, name, issuer, subject, description, audiences, claimsMatchingExpression }) => ({
      id,
      name,
      issuer,
      subject,
      description,
      audiences,
      claimsMatchingExpression,
    }),
  },
)
