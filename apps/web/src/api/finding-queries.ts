import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  findingEndpoints,
  type AcceptFindings,
  type FindingRuleId,
  type FindingSeverity,
  type FindingState,
  type NewAcceptRule,
} from '@trustwright/shared-schemas'
import { addressOf } from './address.ts'
import { call } from './client.ts'

/** `portal`: what the portal read by itself; for administrators. */
export type WhoseFindings = 'mine' | 'portal'

export interface FindingFilter {
  readonly of: WhoseFindings
  readonly rule?: FindingRuleId | undefined
  readonly state: FindingState
  readonly severity?: FindingSeverity | undefined
  readonly q?: string | undefined
  readonly trust?: string | undefined
  readonly parent?: string | undefined
}

/** Everything that an acceptance or a new judgement changes. */
export const findingsKey = ['findings'] as const

/** Counts by rule; read again while a judgement runs. */
export const findingGroupsQuery = (of: WhoseFindings) =>
  queryOptions({
    queryKey: [...findingsKey, 'groups', of],
    queryFn: ({ signal }) => call(findingEndpoints.readFindingGroups, { query: { of }, signal }),
    refetchInterval: ({ state }) => (state.data?.run?.state === 'running' ? 1000 : false),
  })

const atOnce = 100

/** `judgedAt`: end of the judgement that is asked of, so that a later one is read anew. */
export const findingListQuery = (filter: FindingFilter, judgedAt: string | null = null) =>
  infiniteQueryOptions({
    queryKey: [...findingsKey, 'list', filter, judgedAt],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(findingEndpoints.listFindings, { query: { ...filter, after: pageParam, limit: atOnce }, signal }),
    getNextPageParam: (page) => page.nextAfter ?? undefined,
  })

/** Of all that fit, loaded or not. */
export const pickFindings = (filter: FindingFilter) => call(findingEndpoints.pickFindings, { query: filter })

export const findingQuery = (of: WhoseFindings, hash: string) =>
  queryOptions({
    queryKey: [...findingsKey, 'one', of, hash],
    queryFn: ({ signal }) => call(findingEndpoints.readFinding, { params: { hash }, query: { of }, signal }),
  })

export const acceptRulesQuery = (of: WhoseFindings) =>
  queryOptions({
    queryKey: [...findingsKey, 'rules', of],
    queryFn: ({ signal }) => call(findingEndpoints.listAcceptRules, { query: { of }, signal }),
  })

export const judgeFindings = (of: WhoseFindings) => call(findingEndpoints.judgeFindings, { query: { of } })
export const acceptFindings = (body: AcceptFindings) => call(findingEndpoints.acceptFindings, { body })
export const reopenFindings = (hashes: readonly string[]) =>
  call(findingEndpoints.reopenFindings, { body: { hashes: [...hashes] } })
export const createAcceptRule = (body: NewAcceptRule) => call(findingEndpoints.createAcceptRule, { body })
export const withdrawAcceptRule = (acceptRuleId: string) =>
  call(findingEndpoints.withdrawAcceptRule, { params: { acceptRuleId } })

/** Of the file with the findings that fit. */
export function findingsFileAddress(filter: FindingFilter, format: 'csv' | 'sarif'): string {
  return addressOf(findingEndpoints.exportFindings, {}, { ...filter, format })
}
