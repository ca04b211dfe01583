import type {
  DraftBody,
  SetUpItemProgress,
  SetUpRun,
  SetUpStep,
  SetUpStepKind,
  SetUpStepState,
} from '@trustwright/shared-schemas'
import type { TrustKey } from '../../../paths.ts'
import type { WizardStep } from '../wizard-steps.ts'

const kinds: Readonly<Record<SetUpStepKind, string>> = {
  'resource-group': 'Resource group',
  identity: 'Managed identity',
  application: 'Application',
  'service-principal': 'Service principal',
  trust: 'Trust',
  role: 'Role',
}

const states: Readonly<Record<SetUpStepState, string>> = {
  pending: 'not started',
  running: 'being made',
  waiting: 'waiting for Azure',
  done: 'made',
  'already-there': 'there already',
  failed: 'not made',
  conflict: 'not made: something else is there',
  unknown: 'the answer was lost',
  cancelled: 'not tried',
}

/** `Trust gh-pay-api: made`. A role is told by its place alone: its ID says nothing to a person. */
export function stepWords({ kind, name, state }: SetUpStep): string {
  const what = kind === 'role' ? `on ${name.split('/').at(-1) ?? name}` : name
  return `${kinds[kind]} ${what}: ${states[state]}`
}

const good: readonly SetUpStepState[] = ['done', 'already-there']
const bad: readonly SetUpStepState[] = ['failed', 'conflict', 'unknown']

/** All of it is in Azure. */
export function isComplete(run: SetUpRun, items: readonly SetUpItemProgress[]): boolean {
  return (
    run.state === 'finished' && items.every(({ steps }) => steps.every(({ state }) => good.includes(state)))
  )
}

/** Something of it is in Azure, whether it was made now or before. */
export function isBegun(items: readonly SetUpItemProgress[]): boolean {
  return items.some(({ steps }) => steps.some(({ state }) => good.includes(state)))
}

/** The first that did not succeed, and keeps others from being tried. */
export function firstBad(items: readonly SetUpItemProgress[]): SetUpStep | null {
  return items.flatMap(({ steps }) => steps).find(({ state }) => bad.includes(state)) ?? null
}

/** Where a person changes what a step makes. A trust that finds no identity any more needs another one. */
export function stepToChange({ kind, code }: Pick<SetUpStep, 'kind' | 'code'>): WizardStep {
  if (kind === 'trust' && code !== 'NOT_FOUND') return 'workload'
  return kind === 'role' ? 'access' : 'identity'
}

/** The trusts that are in Azure now, and where. */
export function storedTrusts(items: readonly SetUpItemProgress[]): readonly TrustKey[] {
  return items.flatMap((item) => {
    const parent = parentOf(item)
    if (parent === null) return []
    return item.steps
      .filter(({ kind, state }) => kind === 'trust' && good.includes(state))
      .map(({ name }) => ({ parent, trustName: name }))
  })
}

/** What the run made to store the trusts on; null where it made nothing, or nothing yet. */
export function madeParent(items: readonly SetUpItemProgress[]): TrustKey['parent'] | null {
  const [item] = items
  const isMade = item?.steps.some(
    ({ kind, state }) => (kind === 'identity' || kind === 'application') && good.includes(state),
  )
  return item !== undefined && isMade === true ? parentOf(item) : null
}

/** When the last trust was stored, in milliseconds; null where none was. */
export function storedAt(items: readonly SetUpItemProgress[]): number | null {
  const ends = items
    .flatMap(({ steps }) => steps)
    .flatMap(({ kind, state, finishedAt }) =>
      kind === 'trust' && state === 'done' && finishedAt !== null ? [Date.parse(finishedAt)] : [],
    )
  return ends.length === 0 ? null : Math.max(...ends)
}

/** Roles that the draft asks for and the run left out, since the person may not give them. */
export function leftRoles(
  wanted: DraftBody['access'],
  items: readonly SetUpItemProgress[],
): DraftBody['access'] {
  const steps = items.flatMap((item) => item.steps).filter(({ kind }) => kind === 'role')
  const asked = new Set(steps.map(({ name }) => name.toLowerCase()))
  return wanted.filter(({ roleId, scope }) => !asked.has(`${roleId} ${scope}`.toLowerCase()))
}

export function parentOf({ parent, steps }: SetUpItemProgress): TrustKey['parent'] | null {
  if (parent.kind === 'managedIdentity' || parent.kind === 'application') return parent
  if (parent.kind === 'newApplication') {
    const appId = steps.find(({ kind }) => kind === 'application')?.result?.['appId']
    return appId === undefined ? null : { kind: 'application', appId }
  }
  const { subscriptionId, resourceGroup, identityName } = parent
  return { kind: 'managedIdentity', subscriptionId, resourceGroup, identityName }
}
