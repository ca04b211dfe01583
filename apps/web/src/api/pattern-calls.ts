import { queryOptions, skipToken } from '@tanstack/react-query'
import {
  patternEndpoints,
  type AnyNewApplicationTrust,
  type KnownPatternSupport,
  type PatternProbeResult,
  type TrustParent,
} from '@trustwright/shared-schemas'
import { call } from './client.ts'
import { identityPathOf } from './identity-queries.ts'

/** A trust with a pattern in the place of the subject. `description` is left out for a managed identity. */
export type WantedPattern = Extract<AnyNewApplicationTrust, { expression: string }>

/** Whether Azure takes patterns, as far as it was found out: known for a tenant and a kind of parent. */
export const patternSupportQuery = (parent: TrustParent | null) =>
  queryOptions({
    queryKey: ['patternSupport', parent?.kind ?? null],
    queryFn:
      parent === null
        ? skipToken
        : ({ signal }): Promise<KnownPatternSupport> =>
            parent.kind === 'application'
              ? call(patternEndpoints.readApplicationPatternSupport, {
                  params: { appId: parent.appId },
                  signal,
                })
              : call(patternEndpoints.readPatternSupport, { params: identityPathOf(parent), signal }),
  })

/** Asks Azure. Only `mayStore` lets a pattern be stored, which is deleted at once. */
export function probePatternSupport(parent: TrustParent, mayStore: boolean): Promise<PatternProbeResult> {
  const body = { mayStore }
  return parent.kind === 'application'
    ? call(patternEndpoints.probeApplicationPatternSupport, { params: { appId: parent.appId }, body })
    : call(patternEndpoints.probePatternSupport, { params: identityPathOf(parent), body })
}
