import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  activityEndpoints,
  applicationEndpoints,
  identityEndpoints,
  trustEndpoints,
  type Access,
  type Application,
  type ApplicationAccess,
  type ApplicationDetail,
  type Identity,
  type IdentityDetail,
  type TrustParent,
} from '@trustwright/shared-schemas'
import { call } from './client.ts'
import { identityPathOf } from './identity-queries.ts'

/** What a managed identity and an application have in common for whoever adds, changes or proves their trusts. */
export interface ParentDetail {
  readonly parent: TrustParent
  /** The identity's name, or the application's display name. */
  readonly name: string
  /** Null for an application: it lives in the tenant of the session. */
  readonly tenantId: string | null
  /** Of an application: its application ID. */
  readonly clientId: string
  /** Object ID of the service principal; null where an application has none yet, so nothing can sign in as it. */
  readonly principalId: string | null
  /** Room for more trusts, where Azure told it along; null: count those that are stored. */
  readonly slotsLeft: number | null
  readonly trustWrite: Access | ApplicationAccess
  readonly trustDelete: Access | ApplicationAccess
  /** False in the regions where Azure refuses trusts; applications have no region. */
  readonly supportsTrusts: boolean
  readonly location: string | null
  readonly identity: Identity | null
  readonly application: Application | null
}

/** The application itself, its owners and what the person may do with its trusts. */
export const applicationQuery = (appId: string) =>
  queryOptions({
    queryKey: ['readApplication', { appId }],
    queryFn: ({ signal }) => call(applicationEndpoints.readApplication, { params: { appId }, signal }),
  })

/** Shares what it read with `identityQuery` and `applicationQuery`. */
export const parentDetailQuery = (parent: TrustParent) =>
  queryOptions({
    queryKey:
      parent.kind === 'application'
        ? ['readApplication', { appId: parent.appId }]
        : ['readIdentity', identityPathOf(parent)],
    queryFn: ({ signal }): Promise<IdentityDetail | ApplicationDetail> =>
      parent.kind === 'application'
        ? call(applicationEndpoints.readApplication, { params: { appId: parent.appId }, signal })
        : call(identityEndpoints.readIdentity, { params: identityPathOf(parent), signal }),
    select: (detail) => toParentDetail(parent, detail),
  })

/** Trusts of the parent, and those deleted here that can be made again. */
export const parentTrustsQuery = (parent: TrustParent) =>
  queryOptions({
    queryKey: ['listTrusts', parent],
    queryFn: ({ signal }) =>
      parent.kind === 'application'
        ? call(applicationEndpoints.listApplicationTrusts, { params: { appId: parent.appId }, signal })
        : call(trustEndpoints.listTrusts, { params: identityPathOf(parent), signal }),
  })

export const parentActivityQuery = (parent: TrustParent) =>
  infiniteQueryOptions({
    queryKey: ['listParentActivity', parent],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { before: pageParam, limit: 50 }
      return parent.kind === 'application'
        ? call(applicationEndpoints.listApplicationActivity, {
            params: { appId: parent.appId },
            query,
            signal,
          })
        : call(activityEndpoints.listIdentityActivity, { params: identityPathOf(parent), query, signal })
    },
    getNextPageParam: (page) => page.nextBefore ?? undefined,
  })

/** Keys of what a write to the parent's trusts makes old. */
export const parentWriteKeys = (parent: TrustParent) =>
  [
    ['listTrusts', parent],
    ['listParentActivity', parent],
    ...(parent.kind === 'application' ? [['readApplication', { appId: parent.appId }]] : []),
  ] as const

function toParentDetail(parent: TrustParent, detail: IdentityDetail | ApplicationDetail): ParentDetail {
  if ('identity' in detail) {
    const { identity, trustWrite, trustDelete } = detail
    return {
      parent,
      name: identity.identityName,
      tenantId: identity.tenantId,
      clientId: identity.clientId,
      principalId: identity.principalId,
      slotsLeft: null,
      trustWrite,
      trustDelete,
      supportsTrusts: identity.supportsTrusts,
      location: identity.location,
      identity,
      application: null,
    }
  }
  const { application, servicePrincipalId, slotsLeft, trustWrite, trustDelete } = detail
  return {
    parent,
    name: application.displayName,
    tenantId: null,
    clientId: application.appId,
    principalId: servicePrincipalId,
    slotsLeft,
    trustWrite,
    trustDelete,
    supportsTrusts: true,
    location: null,
    identity: null,
    application,
  }
}
