import {
  applicationEndpoints,
  trustEndpoints,
  type AnyApplicationTrustChange,
  type AnyNewApplicationTrust,
  type DeletedTrust,
  type Trust,
  type TrustParent,
} from '@trustwright/shared-schemas'
import type { TrustKey } from '../paths.ts'
import { call } from './client.ts'
import { identityPathOf } from './identity-queries.ts'

/** What a form wants stored. `description` is left out for a managed identity, which has none. */
export type WantedTrust = AnyNewApplicationTrust

/** Values of a stored trust as they shall be; a description of null is taken away, and ignored for a managed identity. */
export type ChangedTrust = AnyApplicationTrustChange & { readonly fingerprint: string }

export function readTrust({ parent, trustName }: TrustKey, signal?: AbortSignal): Promise<Trust> {
  const cancel = signal === undefined ? {} : { signal }
  return parent.kind === 'application'
    ? call(applicationEndpoints.readApplicationTrust, {
        params: { appId: parent.appId, trustName },
        ...cancel,
      })
    : call(trustEndpoints.readTrust, { params: { ...identityPathOf(parent), trustName }, ...cancel })
}

export async function listTrusts(parent: TrustParent): Promise<readonly Trust[]> {
  const answer =
    parent.kind === 'application'
      ? await call(applicationEndpoints.listApplicationTrusts, { params: { appId: parent.appId } })
      : await call(trustEndpoints.listTrusts, { params: identityPathOf(parent) })
  return answer.trusts
}

export function createTrust(parent: TrustParent, { description, ...body }: WantedTrust): Promise<Trust> {
  return parent.kind === 'application'
    ? call(applicationEndpoints.createApplicationTrust, {
        params: { appId: parent.appId },
        body: { ...body, ...(description === undefined ? {} : { description }) },
      })
    : call(trustEndpoints.createTrust, { params: identityPathOf(parent), body })
}

export function changeTrust(
  { parent, trustName }: TrustKey,
  { description, ...body }: ChangedTrust,
): Promise<Trust> {
  return parent.kind === 'application'
    ? call(applicationEndpoints.changeApplicationTrust, {
        params: { appId: parent.appId, trustName },
        body: { ...body, description },
      })
    : call(trustEndpoints.changeTrust, { params: { ...identityPathOf(parent), trustName }, body })
}

export function deleteTrust({ parent, trustName }: TrustKey, fingerprint: string): Promise<DeletedTrust> {
  const query = { fingerprint }
  return parent.kind === 'application'
    ? call(applicationEndpoints.deleteApplicationTrust, { params: { appId: parent.appId, trustName }, query })
    : call(trustEndpoints.deleteTrust, { params: { ...identityPathOf(parent), trustName }, query })
}

export function restoreTrust(parent: TrustParent, deletedTrustId: string): Promise<Trust> {
  return parent.kind === 'application'
    ? call(applicationEndpoints.restoreApplicationTrust, { params: { appId: parent.appId, deletedTrustId } })
    : call(trustEndpoints.restoreTrust, { params: { ...identityPathOf(parent), deletedTrustId } })
}
