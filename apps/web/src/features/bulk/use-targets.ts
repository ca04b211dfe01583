import { useQueries } from '@tanstack/react-query'
import type { TrustParent } from '@trustwright/shared-schemas'
import { useMemo } from 'react'
import { parentDetailQuery, parentTrustsQuery } from '../../api/parent-queries.ts'
import { isGone } from '../../components/parent/gone-identities.ts'
import type { BulkValues } from './bulk-form.ts'
import { existingTarget, newTargets, type NewTargets } from './bulk-targets.ts'
import type { Target } from './spread-rows.ts'

export interface Targets {
  readonly all: readonly Target[]
  readonly existing: readonly Target[]
  readonly problems: NewTargets['problems']
  /** How many of the chosen are still being read. */
  readonly reading: number
  /** Those that could not be read: they count as empty until the dry run tells. */
  readonly unread: readonly string[]
  /** Keys of those that Azure does not have any more. */
  readonly gone: readonly string[]
}

type Chosen = Pick<
  BulkValues,
  'existing' | 'newKind' | 'newCount' | 'newSubscription' | 'newGroup' | 'groupName' | 'newLocation' | 'stem'
>

/** The chosen identities with the trusts they hold, and the new ones. */
export function useTargets(chosen: Chosen): Targets {
  const {
    existing: parents,
    newKind,
    newCount,
    newSubscription,
    newGroup,
    groupName,
    newLocation,
    stem,
  } = chosen
  const trusts = useQueries({ queries: parents.map((parent) => parentTrustsQuery(parent)), combine: answers })
  const details = useQueries({
    queries: parents.map((parent) => parentDetailQuery(parent)),
    combine: answers,
  })
  const existing = useMemo(
    () =>
      parents.map((parent: TrustParent, index) =>
        existingTarget(parent, {
          trusts: trusts.data[index]?.trusts ?? null,
          identity: details.data[index]?.identity ?? null,
          application: details.data[index]?.application ?? null,
        }),
      ),
    [parents, trusts, details],
  )
  const added = useMemo(
    () => newTargets({ newKind, newCount, newSubscription, newGroup, groupName, newLocation, stem }),
    [newKind, newCount, newSubscription, newGroup, groupName, newLocation, stem],
  )
  const all = useMemo(() => [...existing, ...added.targets], [existing, added])
  return {
    all,
    existing,
    problems: added.problems,
    reading: trusts.pending,
    unread: existing.filter((_, index) => trusts.failed[index] === true).map(({ name }) => name),
    gone: existing.filter((_, index) => details.gone[index] === true).map(({ key }) => key),
  }
}

interface Answer<Data> {
  readonly data: Data | undefined
  readonly isPending: boolean
  readonly isError: boolean
  readonly error: unknown
}

function answers<Data>(results: readonly Answer<Data>[]) {
  return {
    data: results.map(({ data }) => data),
    pending: results.filter(({ isPending }) => isPending).length,
    failed: results.map(({ isError }) => isError),
    gone: results.map(({ error }) => isGone(error)),
  }
}
