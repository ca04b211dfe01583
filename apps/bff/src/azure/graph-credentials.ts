import { expressionLanguageVersion } from '@trustwright/federation'
import type { Directory } from '../directory-port.ts'
import { keepsDescription, sameValues } from '../domain/fingerprint.ts'
import { applicationId, applicationTrustId } from '../domain/resource-ids.ts'
import { PortalError } from '../errors.ts'
import type { Caller, CredentialValues, CredentialWrite, StoredCredential } from '../ports.ts'
import { writingPattern } from './expression-error-rules.ts'
import { nothingReadable, UnreadableAnswer } from './azure-failures.ts'
import { foundOrNull } from './found-or-null.ts'
import { credentialAddress, credentialsAddress } from './graph-addresses.ts'
import type { GraphMethods } from './graph-methods.ts'
import { readEveryPage } from './graph-pages.ts'
import { GraphCredential, readShape, toStored } from './graph-shapes.ts'

type Methods = Pick<Directory, 'listCredentials' | 'readCredential' | 'putCredential' | 'deleteCredential'>

/** https://learn.microsoft.com/graph/api/resources/federatedidentitycredential */
export function graphCredentialMethods({ read, write }: GraphMethods): Methods {
  const readCredential: Directory['readCredential'] = async (caller, appId, key) => {
    const request = { path: credentialAddress(appId, key) }
    const asked = { request, need: 'readApplications', scope: applicationTrustId(appId, key) } as const
    return toStored(readShape(GraphCredential, await read(caller, { ...asked, expects: 'object' })), appId)
  }
  const find = (caller: Caller, appId: string, key: string) =>
    foundOrNull(readCredential(caller, appId, key), 'Request_ResourceNotFound')
  const need = 'writeCredentials'
  return {
    readCredential,
    async listCredentials(caller, appId, options) {
      const request = { path: credentialsAddress(appId) }
      const asked = { request, need: 'readApplications', scope: applicationId(appId), options } as const
      const found = await readEveryPage(read, caller, { ...asked, expects: 'list' }, GraphCredential)
      return found.map((raw) => toStored(raw, appId))
    },
    putCredential: (caller, appId, wanted) => {
      const { name, values, before } = wanted
      const settle = async () => settled(await find(caller, appId, name), wanted)
      const scope = applicationId(appId)
      if (before === null) {
        const request = {
          method: 'POST',
          path: credentialsAddress(appId),
          body: { name, ...toBody(values) },
        } as const
        const written = write(caller, {
          request,
          expects: 'object',
          need,
          scope,
          settle,
          read: ({ body }) => readWritten(body, appId),
        })
        return values.expression ? writingPattern(written) : written
      }
      const request = {
        method: 'PATCH',
        // By ID: what somebody stored meanwhile under the same name is another credential.
        path: credentialAddress(appId, before.credentialId ?? name),
        // A flexible credential is changed with its name beside it, as Terraform's provider does.
        body: { ...(values.expression && { name }), ...toBody(values) },
      } as const
      const stored: StoredCredential = {
        id: applicationTrustId(appId, name),
        name,
        ...values,
        ...(before.credentialId !== undefined && { credentialId: before.credentialId }),
        expression: values.expression ?? null,
        description: values.description === undefined ? before.description : values.description,
      }
      // Graph answers 204 without the values, and reads may still show the old ones for a while.
      const written = write(caller, {
        request,
        expects: 'nothing',
        need,
        scope,
        settle,
        read: () => stored,
      })
      return values.expression ? writingPattern(written) : written
    },
    deleteCredential: (caller, appId, key) =>
      write<null>(caller, {
        request: { method: 'DELETE', path: credentialAddress(appId, key) },
        expects: 'nothing',
        need,
        scope: applicationTrustId(appId, key),
        read: () => null,
        settle: async () => ((await find(caller, appId, key)) === null ? { value: null } : null),
      }).catch(goneIsDeleted),
  }
}

/** The answer to a POST. Throws UnreadableAnswer where it holds no values, so that they are read instead. */
function readWritten(body: unknown, appId: string): StoredCredential {
  const raw = GraphCredential.safeParse(body).data
  if (raw?.issuer) return toStored(raw, appId)
  throw new UnreadableAnswer(nothingReadable, 'without the values that were stored')
}

function goneIsDeleted(error: unknown) {
  if (error instanceof PortalError && error.code === 'NOT_FOUND') {
    return { value: null, upstreamRequestId: error.extras.upstream?.requestId ?? null }
  }
  throw error
}

/** A description that is left out stays as it is. */
function toBody({ issuer, subject, audiences, description, expression }: CredentialValues) {
  return {
    issuer,
    audiences,
    ...(expression
      ? { claimsMatchingExpression: { value: expression, languageVersion: expressionLanguageVersion } }
      : { subject }),
    ...(description !== undefined && { description }),
  }
}

function settled(stored: StoredCredential | null, { values, before }: CredentialWrite) {
  if (stored === null) return null
  if (sameValues(stored, values) && keepsDescription(stored, values)) return { value: stored }
  if (before === null) return { problem: new PortalError('TRUST_NAME_TAKEN') }
  return sameValues(stored, before) ? null : { problem: new PortalError('TRUST_CHANGED_MEANWHILE') }
}
