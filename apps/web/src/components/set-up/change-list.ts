import type { PlannedItem, SetUpItem, SetUpStepKind, SetUpVerdict } from '@trustwright/shared-schemas'

/** One line of what will change in Azure. */
export interface Change {
  readonly key: string
  /**
   * `new`: made. `same`: there already, left as it is. `left`: for somebody who may do it. `stopped`: Azure would refuse
   * it. `unsure`: the run finds out.
   */
  readonly effect: 'new' | 'same' | 'left' | 'stopped' | 'unsure'
  readonly kind: string
  readonly name: string
  /** It is stopped by a rule of the portal, not by Azure. */
  readonly isRuled?: boolean
  /** What speaks against it, or what is there instead. */
  readonly detail: string | null
}

const kinds: Readonly<Record<SetUpStepKind, string>> = {
  'resource-group': 'resource group',
  identity: 'managed identity',
  application: 'application',
  'service-principal': 'service principal',
  trust: 'trust',
  role: 'role',
}

const effects: Readonly<Record<SetUpVerdict, Change['effect']>> = {
  create: 'new',
  'already-there': 'same',
  conflict: 'stopped',
  refused: 'stopped',
  unknown: 'unsure',
}

/** Words of the role at that place of the item. */
type RoleName = (index: number) => string

/** As Azure was asked. */
export function changesOfPlan(plan: PlannedItem, roleName: RoleName): readonly Change[] {
  let roles = 0
  return plan.steps.map((step, index) => ({
    key: `${String(index)} ${step.kind}`,
    effect: isLeft(step) ? 'left' : effects[step.verdict],
    kind: kinds[step.kind],
    name: step.kind === 'role' ? roleName(roles++) : step.name,
    ...(step.code === 'GUARDRAIL_REFUSED' && { isRuled: true }),
    detail: isLeft(step) ? 'You may not give roles there.' : step.detail,
  }))
}

/** Places of the item's roles that the person may not give: a trust without them is worth making all the same. */
export function leftRoles(plan: PlannedItem): readonly number[] {
  return plan.steps
    .filter(({ kind }) => kind === 'role')
    .flatMap((step, index) => (isLeft(step) ? [index] : []))
}

function isLeft({ kind, verdict, code }: PlannedItem['steps'][number]): boolean {
  return kind === 'role' && verdict === 'refused' && code === 'FORBIDDEN'
}

/** Of what is asked for, before Azure answered, or where it does not. */
export function changesOfItem({ parent, trusts, roles }: SetUpItem, roleName: RoleName): readonly Change[] {
  const line = (kind: SetUpStepKind, name: string, key: string): Change => ({
    key,
    effect: 'unsure',
    kind: kinds[kind],
    name,
    detail: null,
  })
  const made =
    parent.kind === 'newManagedIdentity'
      ? [
          ...(parent.groupLocation === undefined
            ? []
            : [line('resource-group', parent.resourceGroup, 'group')]),
          line('identity', parent.identityName, 'parent'),
        ]
      : parent.kind === 'newApplication'
        ? [line('application', parent.displayName, 'parent')]
        : []
  return [
    ...made,
    ...trusts.map(({ name }) => line('trust', name, `trust ${name}`)),
    ...roles.map((_, index) => line('role', roleName(index), `role ${String(index)}`)),
  ]
}

/** `2 changes in Azure, none at GitHub`. */
export function changeTitle(changes: readonly Change[], platform = 'the platform'): string {
  const count = changes.filter(({ effect }) => effect === 'new' || effect === 'unsure').length
  if (changes.some(({ isRuled }) => isRuled === true)) return 'A rule of your portal stands in the way'
  if (changes.some(({ effect }) => effect === 'stopped')) return 'Azure would not take it as it is'
  if (count === 0 && changes.some(({ effect }) => effect === 'left'))
    return 'Nothing to change but what is left to an administrator'
  if (count === 0) return 'Nothing to change: all of it is there already'
  return `${count === 1 ? 'One change' : `${String(count)} changes`} in Azure, none at ${platform}`
}

/** `About 4 s in Azure`; null where nothing is made. `seconds` is the server's estimate of the writes. */
export function waitWords(changes: readonly Change[], seconds: number | null): string | null {
  if (!changes.some(({ effect }) => effect === 'new' || effect === 'unsure')) return null
  const first = seconds === null ? 'A few seconds' : `About ${duration(Math.max(1, Math.ceil(seconds)))}`
  return `${first} to make. Azure may then need up to 5 minutes until a token is taken. Nothing else changes.`
}

function duration(seconds: number): string {
  return seconds < 90 ? `${String(seconds)} s` : `${String(Math.ceil(seconds / 60))} min`
}
