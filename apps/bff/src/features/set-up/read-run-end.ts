import type { SetUpParent, SetUpStepState, TrustParent } from '@trustwright/shared-schemas'
import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { setUpItem, setUpRun, setUpStep } from '../../db/schema-set-up.ts'
import type { ApprovedEnd } from '../../domain/approved-set-ups.ts'

const good: readonly SetUpStepState[] = ['done', 'already-there']

/** What came of a run; null where there is none. */
export async function readRunEnd(db: Database, runId: string): Promise<ApprovedEnd | null> {
  const [run] = await db.select().from(setUpRun).where(eq(setUpRun.runId, runId))
  if (run === undefined) return null
  if (run.state === 'running') return { state: 'running' }
  const steps = await db
    .select({
      code: setUpStep.code,
      detail: setUpStep.detail,
      kind: setUpStep.kind,
      name: setUpStep.name,
      parent: setUpItem.parent,
      result: setUpStep.result,
      state: setUpStep.state,
    })
    .from(setUpStep)
    .innerJoin(
      setUpItem,
      and(eq(setUpItem.runId, setUpStep.runId), eq(setUpItem.ordinal, setUpStep.itemOrdinal)),
    )
    .where(eq(setUpStep.runId, runId))
    .orderBy(asc(setUpStep.ordinal))
  const made = steps.flatMap(({ kind, name, parent, result, state }) => {
    const on = kind === 'trust' && good.includes(state) ? parentOf(parent, result) : null
    return on === null ? [] : [{ parent: on, trustName: name }]
  })
  const bad = steps.filter(({ state }) => !good.includes(state))
  if (bad.length === 0) return { state: 'made', made }
  const first = bad.find(({ code }) => code !== null)
  const counted = `${bad.length} of ${steps.length} steps ${bad.length === 1 ? 'is' : 'are'} not done.`
  const why = first?.detail ?? run.stoppedBecause ?? ''
  return { state: 'left', made, code: first?.code ?? 'INTERNAL', detail: `${counted} ${why}`.trim() }
}

/** What the trust was stored on: the ID of a new application stands in that of its trust. */
function parentOf(parent: SetUpParent, result: Readonly<Record<string, string>> | null): TrustParent | null {
  if (parent.kind === 'application') return { kind: 'application', appId: parent.appId }
  if (parent.kind === 'newApplication') {
    const appId = /^\/applications\/([^/]+)\//.exec(result?.['resourceId'] ?? '')?.[1]
    return appId === undefined ? null : { kind: 'application', appId }
  }
  const { subscriptionId, resourceGroup, identityName } = parent
  return { kind: 'managedIdentity', subscriptionId, resourceGroup, identityName }
}
