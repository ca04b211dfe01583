import { useQuery } from '@tanstack/react-query'
import type { Access, PlannedItem, SetUpDryRun, SetUpItem } from '@trustwright/shared-schemas'
import { dryRunQuery } from '../../../api/set-up-calls.ts'
import {
  changesOfItem,
  changesOfPlan,
  leftRoles,
  waitWords,
  type Change,
} from '../../../components/set-up/change-list.ts'

/** What a run would do, as Azure was last asked. */
export interface ReviewPlan {
  readonly changes: readonly Change[]
  /** Null while nothing speaks against it. */
  readonly stopped: Change | null
  /** What is sent: the item without the roles that the person may not give. */
  readonly asked: SetUpItem
  /** The roles that are left out. */
  readonly left: SetUpItem['roles']
  /** A right that the person lacks for the identity, its trusts or its group. */
  readonly missing: { readonly to: string; readonly access: Access } | null
  readonly wait: string | null
  /** What the server says of it as a whole. */
  readonly notes: readonly { readonly title: string; readonly text: string }[]
  /** Azure did not answer, so nothing is known of what is there. */
  readonly isBlind: boolean
  readonly isReading: boolean
  /** A rule of the portal, or a right that is missing, stands in the way: somebody else may do it. */
  readonly isAskable: boolean
}

/** A dry run of the one row. */
export function useReviewPlan(
  item: SetUpItem,
  draftId: string | null,
  roleName: (index: number) => string,
): ReviewPlan {
  const plan = useQuery(dryRunQuery([item], draftId))
  return planOf(item, plan.data, roleName, { isBlind: plan.error !== null, isReading: plan.isFetching })
}

/** `run` is undefined while Azure did not answer. */
export function planOf(
  item: SetUpItem,
  run: SetUpDryRun | undefined,
  roleName: (index: number) => string,
  { isBlind, isReading }: Pick<ReviewPlan, 'isBlind' | 'isReading'>,
): ReviewPlan {
  const [planned] = run?.items ?? []
  const changes = planned === undefined ? changesOfItem(item, roleName) : changesOfPlan(planned, roleName)
  const leftAt = planned === undefined ? [] : leftRoles(planned)
  const [parent] = run?.parents ?? []
  const write = parent?.write ?? null
  const isNew = item.parent.kind === 'newManagedIdentity' || item.parent.kind === 'newApplication'
  const refused = run?.refused[0]?.problems[0]?.message
  const stopped =
    changes.find(({ effect }) => effect === 'stopped') ??
    (refused === undefined
      ? null
      : { ...(changes[0] ?? nothing), effect: 'stopped' as const, detail: refused })
  return {
    changes,
    stopped,
    asked: { ...item, roles: item.roles.filter((_, index) => !leftAt.includes(index)) },
    left: item.roles.filter((_, index) => leftAt.includes(index)),
    missing:
      write === null || write.allowed || stopped === null
        ? null
        : { to: isNew ? `make ${newName(item, stopped)}` : 'add a trust to it', access: write },
    wait: waitWords(changes, run?.seconds ?? null),
    notes: [
      ...(refused === undefined
        ? []
        : [{ title: refused, text: 'Change it in the step that it belongs to.' }]),
      ...(parent?.problem ? [{ title: parent.problem.detail, text: parent.problem.nextStep }] : []),
    ],
    isBlind,
    isReading,
    isAskable: refused === undefined && planned?.steps.some(isForbidden) === true,
  }
}

function isForbidden({ verdict, code }: PlannedItem['steps'][number]): boolean {
  return verdict === 'refused' && (code === 'FORBIDDEN' || code === 'GUARDRAIL_REFUSED')
}

function newName({ parent }: SetUpItem, stopped: Change): string {
  if (parent.kind === 'newApplication') return `the application ${parent.displayName}`
  if (parent.kind !== 'newManagedIdentity') return 'it'
  const { resourceGroup } = parent
  return stopped.kind === 'resource group'
    ? `the resource group ${resourceGroup}`
    : `an identity in ${resourceGroup}`
}

const nothing = { key: 'row', kind: 'The row', name: '', effect: 'stopped', detail: null } as const
