import { z } from 'zod'
import type { FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { parseFields } from '../core/parse-fields.ts'
import { readObject } from '../core/read-object.ts'

const stable = z
  .strictObject({
    id: z.string().nullable(),
    name: z.string(),
    issuer: z.string(),
    subject: z.string().nullable(),
    description: z.string().nullable(),
    audiences: z.array(z.string()),
  })
  .partial()

const beta = stable.extend({
  claimsMatchingExpression: z
    .strictObject({ value: z.string(), languageVersion: z.number().int() })
    .nullish(),
})

export type CredentialBody = z.infer<typeof beta>

/** The body of a POST or PATCH. Throws for a property that the version does not have. */
export function readCredentialBody(call: GraphCall): CredentialBody {
  const body = readObject(call)
  return parseFields(call.version === 'beta' ? beta : stable, body, 'FederatedIdentityCredential')
}

type Fields = Pick<
  FederatedCredential,
  'name' | 'issuer' | 'subject' | 'claimsMatchingExpression' | 'audiences' | 'description'
>

/** What was there with what was sent over it; what neither has is undefined. */
export function mergedFields(body: CredentialBody, present?: FederatedCredential): Partial<Fields> {
  const { name, issuer, subject, description, audiences, claimsMatchingExpression } = {
    ...present,
    ...sent(body),
  }
  return {
    ...(name === undefined ? {} : { name }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(audiences === undefined ? {} : { audiences }),
    subject: subject ?? null,
    description: description ?? null,
    claimsMatchingExpression: claimsMatchingExpression ?? null,
  }
}

function sent(body: CredentialBody): CredentialBody {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
}
