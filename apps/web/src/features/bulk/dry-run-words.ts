import type { PlannedItem, PlannedParent, SetUpDryRun } from '@trustwright/shared-schemas'
import { requestToAdmin, type Requester } from '../../components/request-to-admin.ts'
import { counted } from '../../lib/words.ts'

/** What a run would do, best first; without what it would not. */
export function dryRunLines({ items, refused }: Pick<SetUpDryRun, 'items' | 'refused'>): readonly string[] {
  const steps = items.flatMap((item) => item.steps)
  const count = (kind: 'trust' | 'parent', verdict: string) =>
    steps.filter((step) => (step.kind === 'trust') === (kind === 'trust') && step.verdict === verdict).length
  const trusts = count('trust', 'create')
  const parents = steps.filter(
    ({ kind, verdict }) => verdict === 'create' && (kind === 'identity' || kind === 'application'),
  ).length
  const there = count('trust', 'already-there')
  const conflicts = steps.filter(({ verdict }) => verdict === 'conflict').length
  const no = steps.filter(({ verdict }) => verdict === 'refused').length + refused.length
  const unknown = steps.filter(({ verdict }) => verdict === 'unknown').length
  return [
    ...(parents === 0 ? [] : [counted(parents, 'new identity', 'new identities')]),
    counted(trusts, 'new trust'),
    ...(there === 0 ? [] : [`${counted(there, 'trust')} there already`]),
    ...(conflicts === 0
      ? []
      : [`${counted(conflicts, 'conflict')}: something else is there, and stays as it is`]),
    ...(no === 0 ? [] : [`${counted(no, 'step')} that Azure would refuse`]),
    ...(unknown === 0 ? [] : [`${counted(unknown, 'step')} that could not be looked at: the run finds out`]),
  ]
}

/** Trusts that a run would try to write. */
export function trustsToCreate({ items }: Pick<SetUpDryRun, 'items'>): number {
  return items
    .flatMap(({ steps }) => steps)
    .filter(({ kind, verdict }) => kind === 'trust' && (verdict === 'create' || verdict === 'unknown')).length
}

/** Rows that would not come through as they are. */
export function troubled(
  items: readonly PlannedItem[],
): readonly { readonly key: string; readonly words: string }[] {
  return items.flatMap(({ key, steps }) =>
    steps
      .filter(({ verdict }) => verdict === 'conflict' || verdict === 'refused')
      .map(({ name, detail }) => ({ key, words: `${name}: ${detail ?? 'Azure would refuse it.'}` })),
  )
}

/** Identities that the person may not write to. */
export function withoutRight(parents: readonly PlannedParent[]) {
  return parents.flatMap((parent) =>
    parent.write === null || parent.write.allowed ? [] : [{ parent, access: parent.write }],
  )
}

/** One message for all missing rights, ready to send. */
export function allRequests(parents: readonly PlannedParent[], requester: Requester | null): string {
  const texts = withoutRight(parents).map(({ access }) => requestToAdmin(access, requester))
  return [...new Set(texts)].join('\n\n')
}
