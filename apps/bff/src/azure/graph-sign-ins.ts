import * as z from 'zod'
import type { CredentialSignIn, Directory } from '../directory-port.ts'
import type { GraphMethods } from './graph-methods.ts'
import { readEveryPage } from './graph-pages.ts'
import { readPageOf, type GraphPage } from './graph-shapes.ts'
import { quoted } from './graph-client.ts'

const pageSize = 200
/** Graph takes 5 requests for reports in 10 seconds, of everybody. https://learn.microsoft.com/graph/throttling-limits */
const mostPages = 2

/** Only beta names the credential. https://learn.microsoft.com/graph/api/resources/signin?view=graph-rest-beta */
const SignIn = z.looseObject({
  createdDateTime: z.iso.datetime(),
  federatedCredentialId: z.string().nullish(),
  ipAddress: z.string().nullish(),
  resourceDisplayName: z.string().nullish(),
  correlationId: z.string().nullish(),
  status: z.looseObject({ errorCode: z.int() }),
})
const Credential = z.looseObject({ id: z.string(), name: z.string().nullish() })

export function signInMethods({
  read,
}: GraphMethods): Pick<Directory, 'listCredentialSignIns' | 'findCredentialId'> {
  async function readPage(
    caller: Parameters<Directory['listCredentialSignIns']>[0],
    filter: string,
    cursor: string | null,
  ): Promise<GraphPage<z.output<typeof SignIn>>> {
    const query = { $filter: filter, $top: String(pageSize), ...(cursor !== null && { $skiptoken: cursor }) }
    const request = { path: '/beta/auditLogs/signIns', query }
    const asked = { request, expects: 'list', need: 'readSignIns', scope: '/' } as const
    return readPageOf(SignIn, await read(caller, asked))
  }
  return {
    async listCredentialSignIns(caller, clientId, since) {
      const kinds = ['servicePrincipal', 'managedIdentity']
        .map((kind) => `signInEventTypes/any(t: t eq '${kind}')`)
        .join(' or ')
      const from = since.toISOString()
      const filter = `(${kinds}) and appId eq ${quoted(clientId)} and createdDateTime ge ${from}`
      const signIns: CredentialSignIn[] = []
      let cursor: string | null = null
      for (let page = 0; page < mostPages; page += 1) {
        const { items, nextCursor }: GraphPage<z.output<typeof SignIn>> = await readPage(
          caller,
          filter,
          cursor,
        )
        signIns.push(...items.flatMap(namingCredential))
        cursor = nextCursor
        if (cursor === null) return { signIns, complete: true }
      }
      return { signIns, complete: false }
    },
    async findCredentialId(caller, principalId, name) {
      const path = `/v1.0/servicePrincipals/${encodeURIComponent(principalId)}/federatedIdentityCredentials`
      const asked = { request: { path }, expects: 'list', need: 'readApplications', scope: '/' } as const
      const found = await readEveryPage(read, caller, asked, Credential)
      return found.find((credential) => credential.name?.toLowerCase() === name.toLowerCase())?.id ?? null
    },
  }
}

function namingCredential(row: z.output<typeof SignIn>): CredentialSignIn[] {
  if (!row.federatedCredentialId) return []
  return [
    {
      at: new Date(row.createdDateTime),
      credentialId: row.federatedCredentialId,
      errorCode: row.status.errorCode,
      ipAddress: row.ipAddress ?? '',
      resource: row.resourceDisplayName ?? '',
      correlationId: row.correlationId ?? '',
    },
  ]
}
