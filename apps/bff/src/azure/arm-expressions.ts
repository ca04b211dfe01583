import { createHttpHeaders, createPipelineRequest, type HttpMethods } from '@azure/core-rest-pipeline'
import { expressionLanguageVersion } from '@trustwright/federation'
import type { IdentityPath } from '@trustwright/shared-schemas'
import * as z from 'zod'
import { identityId, trustId } from '../domain/resource-ids.ts'
import type { CredentialValues, StoredCredential } from '../ports.ts'
import type { ArmClients } from './arm-clients.ts'
import { storedCredential, toCredential, type ArmCredential } from './arm-credential-shape.ts'
import { parseJson } from './azure-answer.ts'
import { nothingReadable, UnreadableAnswer } from './azure-failures.ts'

/**
 * `claimsMatchingExpression` is in previews alone, and the vendor's client drops fields that its own version does not
 * have: these calls go through its pipeline with bodies of our own.
 * https://learn.microsoft.com/azure/templates/microsoft.managedidentity/2025-01-31-preview/userassignedidentities/federatedidentitycredentials
 */
const apiVersion = '2025-01-31-preview'

const Credential = z.looseObject({
  id: z.string().nullish(),
  name: z.string().nullish(),
  properties: z
    .looseObject({
      issuer: z.string().nullish(),
      subject: z.string().nullish(),
      audiences: z.array(z.string()).nullish(),
      claimsMatchingExpression: z.looseObject({ value: z.string().nullish() }).nullish(),
    })
    .nullish(),
})
const Page = z.looseObject({ value: z.array(Credential), nextLink: z.string().nullish() })

type Run<T> = (clients: ArmClients, signal: AbortSignal) => Promise<T>

export function readWithExpression(path: IdentityPath, name: string): Run<StoredCredential> {
  return async (clients, signal) => {
    const body = await send(clients, path, { method: 'GET', path: trustId(path, name), signal })
    return toCredential(flat(readAs(Credential, body)), path, name)
  }
}

export function listWithExpressions(path: IdentityPath): Run<StoredCredential[]> {
  return async (clients, signal) => {
    const found: StoredCredential[] = []
    let next: string | null = `${identityId(path)}/federatedIdentityCredentials`
    while (next !== null) {
      const body = await send(clients, path, { method: 'GET', path: next, signal })
      const page = readAs(Page, body)
      found.push(...page.value.map((raw) => toCredential(flat(raw), path, raw.name ?? '')))
      next = page.nextLink ?? null
    }
    return found
  }
}

export function putExpression(
  path: IdentityPath,
  name: string,
  { issuer, audiences, expression }: CredentialValues,
): Run<StoredCredential> {
  return async (clients, signal) => {
    const claimsMatchingExpression = { value: expression, languageVersion: expressionLanguageVersion }
    const body = { properties: { issuer, audiences, claimsMatchingExpression } }
    const request = { method: 'PUT', path: trustId(path, name), signal, body } as const
    return storedCredential(flat(readAs(Credential, await send(clients, path, request))), path, name)
  }
}

interface ArmRequest {
  readonly method: HttpMethods
  /** Below the endpoint, or the whole address of a next page. */
  readonly path: string
  readonly signal: AbortSignal
  readonly body?: unknown
}

async function send(
  clients: ArmClients,
  { subscriptionId }: IdentityPath,
  { method, path, signal, body }: ArmRequest,
): Promise<unknown> {
  const client = clients.identities(subscriptionId)
  const url = URL.canParse(path) ? path : `${clients.endpoint}${encodeURI(path)}?api-version=${apiVersion}`
  const request = createPipelineRequest({
    method,
    url,
    abortSignal: signal,
    headers: createHttpHeaders({ accept: 'application/json', 'content-type': 'application/json' }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return parseJson((await client.sendRequest(request)).bodyAsText ?? '')
}

function readAs<S extends z.ZodType>(shape: S, body: unknown): z.output<S> {
  const parsed = shape.safeParse(body)
  if (parsed.success) return parsed.data
  throw new UnreadableAnswer(nothingReadable, 'in an unknown shape')
}

function flat({ id, name, properties }: z.output<typeof Credential>): ArmCredential {
  const { claimsMatchingExpression, ...values } = properties ?? {}
  return { id, name, ...values, expression: claimsMatchingExpression?.value }
}
