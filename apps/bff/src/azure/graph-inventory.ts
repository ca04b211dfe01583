import * as z from 'zod'
import type { Application } from '@trustwright/shared-schemas'
import type { Directory } from '../directory-port.ts'
import { eachOf } from '../domain/each-of.ts'
import { PortalError } from '../errors.ts'
import type { Caller, ReadOptions, StoredCredential } from '../ports.ts'
import { UnreadableAnswer } from './azure-failures.ts'
import { graphCredentialMethods } from './graph-credentials.ts'
import { eventual } from './graph-client.ts'
import type { GraphMethods } from './graph-methods.ts'
import {
  applicationFields,
  GraphApplication,
  GraphCredential,
  readPageOf,
  toApplication,
  toStored,
} from './graph-shapes.ts'

const WithCredentials = z.looseObject({
  ...GraphApplication.shape,
  federatedIdentityCredentials: z.array(GraphCredential).default([]),
})

/** The most that Graph sends at once. https://learn.microsoft.com/graph/api/application-list */
const pageSize = 999

/** Lists of single applications that are asked for at a time. */
const listsAtOnce = 4

/**
 * Every trust of every application by one query over pages, instead of a call for each application. Graph expands at most
 * 20 of a relation, which is also as many trusts as an application may have. Where it breaks a page off, as v1.0 did at
 * the first flexible credential (https://github.com/Azure/azure-workload-identity/issues/373), the applications of that page
 * are asked one by one, so that one of them does not hide the others.
 * https://learn.microsoft.com/graph/query-parameters#expand-parameter
 */
export function inventoryMethods(methods: GraphMethods): Pick<Directory, 'listApplicationsWithTrusts'> {
  const { listCredentials } = graphCredentialMethods(methods)
  async function readPage(
    caller: Caller,
    cursor: string | null,
    options: ReadOptions | undefined,
    expand: boolean,
  ) {
    const request = {
      path: '/beta/applications',
      headers: eventual,
      query: {
        $filter: 'federatedIdentityCredentials/$count ne 0',
        ...(expand && { $expand: 'federatedIdentityCredentials' }),
        $select: applicationFields,
        $count: 'true',
        $top: String(pageSize),
        ...(cursor !== null && { $skiptoken: cursor }),
      },
    }
    const asked = { request, expects: 'list', need: 'readApplications', scope: '/', options } as const
    return readPageOf(WithCredentials, await methods.read(caller, asked))
  }
  return {
    async listApplicationsWithTrusts(caller, cursor, options) {
      const page = await unlessUnreadable(readPage(caller, cursor, options, true))
      if (page !== null) {
        const found = page.items.map((raw) => ({
          application: toApplication(raw),
          credentials: raw.federatedIdentityCredentials.map((credential) => toStored(credential, raw.appId)),
        }))
        return { found, broken: [], total: page.total, nextCursor: page.nextCursor }
      }
      const { items, total, nextCursor } = await readPage(caller, cursor, options, false)
      const found: { application: Application; credentials: StoredCredential[] }[] = []
      const broken: Application[] = []
      await eachOf(items.map(toApplication), listsAtOnce, async (application) => {
        const credentials = await unlessUnreadable(listCredentials(caller, application.appId, options))
        if (credentials === null) broken.push(application)
        else found.push({ application, credentials })
      })
      return { found, broken, total, nextCursor }
    },
  }
}

/** Null where Graph answered with success, but with something that is no complete answer. */
async function unlessUnreadable<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    const cause = error instanceof PortalError && error.code === 'UPSTREAM_FAILED' ? error.cause : null
    if (cause instanceof UnreadableAnswer || cause instanceof z.ZodError) return null
    throw error
  }
}
