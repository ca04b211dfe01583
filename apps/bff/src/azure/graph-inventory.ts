import * as z from 'zod'
import type { Application } from '@trustwright/shared-schemas'
import type { ApplicationsWithTrusts, Directory } from '../directory-port.ts'
import { eachOf } from '../domain/each-of.ts'
import { PortalError } from '../errors.ts'
import type { Caller, ReadOptions, StoredCredential } from '../ports.ts'
import { UnreadableAnswer } from './azure-failures.ts'
import { filteredOrAll, type ListPlace } from './filtered-or-all.ts'
import { foundOrNull } from './found-or-null.ts'
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
  federatedIdentityCredentials: z.array(GraphCredential).optional(),
  'federatedIdentityCredentials@odata.nextLink': z.string().optional(),
})
type WithCredentials = z.output<typeof WithCredentials>

type Found = ApplicationsWithTrusts['found'][number]

/** The most that Graph sends at once. https://learn.microsoft.com/graph/api/application-list */
const pageSize = 999

/** Lists of single applications that are asked for at a time. */
const listsAtOnce = 4

/**
 * Every trust of every application by one query over pages, instead of a call for each application. Graph expands at most
 * 20 of a relation, which is also as many trusts as an application may have. Applications that come without all of theirs
 * are asked one by one, as are those of a page that Graph breaks off, as v1.0 did at the first flexible credential
 * (https://github.com/Azure/azure-workload-identity/issues/373), so that one of them does not hide the others. Where Graph
 * refuses to look for those with trusts, all applications are listed: more pages, and nobody knows the total beforehand.
 * https://learn.microsoft.com/graph/query-parameters#expand-parameter
 */
export function inventoryMethods(methods: GraphMethods): Pick<Directory, 'listApplicationsWithTrusts'> {
  const { listCredentials } = graphCredentialMethods(methods)
  async function readPage(
    caller: Caller,
    { of, token }: ListPlace,
    options: ReadOptions | undefined,
    expand: boolean,
  ) {
    const request = {
      path: '/beta/applications',
      headers: eventual,
      query: {
        ...(of === 'with-trusts' && { $filter: 'federatedIdentityCredentials/$count ne 0' }),
        ...(expand && { $expand: 'federatedIdentityCredentials' }),
        $select: applicationFields,
        $count: 'true',
        $top: String(pageSize),
        ...(token !== null && { $skiptoken: token }),
      },
    }
    const asked = { request, expects: 'list', need: 'readApplications', scope: '/', options } as const
    return readPageOf(WithCredentials, await methods.read(caller, asked))
  }
  return {
    async listApplicationsWithTrusts(caller, cursor, options) {
      const { items, total, nextCursor, isAll } = await filteredOrAll(
        cursor,
        async (place) =>
          (await unlessUnreadable(readPage(caller, place, options, true))) ??
          (await readPage(caller, place, options, false)),
      )
      const found: Found[] = []
      const broken: Application[] = []
      await eachOf(items, listsAtOnce, async (raw) => {
        const application = toApplication(raw)
        const credentials =
          expanded(raw) ??
          (await unlessUnreadable(noneIfGone(listCredentials(caller, application.appId, options))))
        if (credentials === null) broken.push(application)
        else if (!isAll || credentials.length > 0) found.push({ application, credentials })
      })
      return { found, broken, total: isAll ? null : total, nextCursor }
    },
  }
}

/** Null where Graph left them out, or some of them. */
function expanded(raw: WithCredentials): StoredCredential[] | null {
  if (raw['federatedIdentityCredentials@odata.nextLink'] !== undefined) return null
  return raw.federatedIdentityCredentials?.map((credential) => toStored(credential, raw.appId)) ?? null
}

/** An application that was deleted since it was listed has none. */
async function noneIfGone(reading: Promise<StoredCredential[]>): Promise<StoredCredential[]> {
  return (await foundOrNull(reading, 'Request_ResourceNotFound')) ?? []
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
