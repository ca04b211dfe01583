import type { PlannedItem, PlannedParent, SetUpDryRun, SetUpItem } from '@trustwright/shared-schemas'
import { requestToAdmin, type Requester } from '../../components/request-to-admin.ts'
import { counted } from '../../lib/words.ts'
import type { StepWords } from './step-words.ts'

/** What a run would do, best first; without what it would not. */
export function dryRunLines({ items, refused }: Pick<SetUpDryRun, 'items' | 'refused'>): readonly string[] {
  const steps = items.flatMap((item) => item.steps)
  const count = (verdict: string, ...kinds: readonly string[]) =>
    steps.filter((step) => kinds.includes(step.kind) && step.verdict === verdict).length
  const groups = count('create', 'resource-group')
  const parents = count('create', 'identity', 'application')
  const trusts = count('create', 'trust')
  const roles = count('create', 'role')
  const there = count('already-there', 'trust')
  const conflicts = steps.filter(({ verdict }) => verdict === 'conflict').length
  const isRuled = ({ code }: (typeof steps)[number]) => code === 'GUARDRAIL_REFUSED'
  const stopped = steps.filter(({ verdict }) => verdict === 'refused')
  const ruled = stopped.filter(isRuled).length
  const no = stopped.length - ruled + refused.length
  const unknown = steps.filter(({ verdict }) => verdict === 'unknown').length
  return [
    ...(groups === 0 ? [] : [counted(groups, 'new resource group')]),
    ...(parents === 0 ? [] : [counted(parents, 'new identity', 'new identities')]),
    counted(trusts, 'new trust'),
    ...(roles === 0 ? [] : [counted(roles, 'new role')]),
    ...(there === 0 ? [] : [`${counted(there, 'trust')} there already`]),
    ...(conflicts === 0
      ? []
      : [`${counted(conflicts, 'conflict')}: something else is there, and stays as it is`]),
    ...(ruled === 0 ? [] : [`${counted(ruled, 'step')} that rules of your portal refuse`]),
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
  words: StepWords,
): readonly { readonly key: string; readonly words: string }[] {
  return items.flatMap(({ key, steps }) =>
    steps
      .filter(({ verdict }) => verdict === 'conflict' || verdict === 'refused')
      .map((step) => ({ key, words: `${words(step)}: ${step.detail ?? 'Azure would refuse it.'}` })),
  )
}

/**
 * Rows that a rule of the portal or a missing right keeps back: an administrator may be asked for them. A row that Azure would
 * refuse to anybody is none of them.
 */
export function askable(items: readonly SetUpItem[], seen: Pick<SetUpDryRun, 'items'>): readonly SetUpItem[] {
  const isForbidden = ({ verdict, code }: PlannedItem['steps'][number]) =>
    verdict === 'refused' && (code === 'FORBIDDEN' || code === 'GUARDRAIL_REFUSED')
  const isHopeless = (step: PlannedItem['steps'][number]) =>
    step.verdict === 'conflict' || (step.verdict === 'refused' && !isForbidden(step))
  const keys = new Set(
    seen.items
      .filter(({ steps }) => steps.some(isForbidden) && !steps.some(isHopeless))
      .map(({ key }) => key),
  )
  return items.filter(({ key }) => keys.has(key))
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
