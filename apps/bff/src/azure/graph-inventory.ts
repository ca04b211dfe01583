import * as z from 'zod'
import type { Directory } from '../directory-port.ts'
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

/**
 * Every trust of every application by one query over pages, instead of a call for each application. Graph expands at most
 * 20 of a relation, which is also as many trusts as an application may have.
 * https://learn.microsoft.com/graph/query-parameters#expand-parameter
 */
export function inventoryMethods({ read }: GraphMethods): Pick<Directory, 'listApplicationsWithTrusts'> {
  return {
    async listApplicationsWithTrusts(caller, cursor, options) {
      const request = {
        path: '/beta/applications',
        headers: eventual,
        query: {
          $filter: 'federatedIdentityCredentials/$count ne 0',
          $expand: 'federatedIdentityCredentials',
          $select: applicationFields,
          $count: 'true',
          $top: String(pageSize),
          ...(cursor !== null && { $skiptoken: cursor }),
        },
      }
      const asked = { request, expects: 'list', need: 'readApplications', scope: '/', options } as const
      const page = readPageOf(WithCredentials, await read(caller, asked))
      const found = page.items.map((raw) => ({
        application: toApplication(raw),
        credentials: raw.federatedIdentityCredentials.map((credential) => toStored(credential, raw.appId)),
      }))
      return { found, total: page.total, nextCursor: page.nextCursor }
    },
  }
}
