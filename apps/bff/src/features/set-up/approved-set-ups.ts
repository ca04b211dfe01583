import type { SetUpItem } from '@trustwright/shared-schemas'
import type { ApprovedSetUps } from '../../domain/approved-set-ups.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { beginRun } from './begin-run.ts'
import { stopSilentRuns } from './end-run.ts'
import { readDefinition } from './give-role.ts'
import { createStepGuard } from './guard-steps.ts'
import { judgeRows } from './judge-rows.ts'
import { lookUpRows } from './look-up-rows.ts'
import { planSteps } from './plan-steps.ts'
import { readRunEnd } from './read-run-end.ts'
import { workOnRun, type SetUpParts } from './work-on-run.ts'

export function createApprovedSetUps(parts: SetUpParts): ApprovedSetUps {
  const { arm, clock, db } = parts.deps
  return {
    check: (caller, items) => demandRows(parts, caller, items),
    refusals: async (caller, items, guard) => {
      const steps = createStepGuard(arm, caller, guard)
      const problems = await Promise.all(planSteps('request', items).map((step) => steps.against(step)))
      const refusals = problems.flatMap((problem) => problem?.extras.guardrails ?? [])
      return [...new Map(refusals.map((each) => [`${each.policyId} ${each.why}`, each])).values()]
    },
    definitionOf: async (caller, role) => {
      try {
        return await readDefinition(arm, caller, role)
      } catch (error) {
        if (error instanceof PortalError && error.code === 'NOT_FOUND') return null
        throw error
      }
    },
    begin: async (caller, { items, ...approved }) => {
      await demandRows(parts, caller, items)
      const { runId } = await beginRun(db, new Date(clock.now()), caller, { items, approved })
      workOnRun(parts, caller, { runId, turn: 1 })
    },
    endOf: async (runId) => {
      await stopSilentRuns(db, new Date(clock.now()))
      return await readRunEnd(db, runId)
    },
  }
}

async function demandRows({ deps }: SetUpParts, caller: Caller, items: readonly SetUpItem[]): Promise<void> {
  const { cloud, regionsWithoutTrusts } = deps
  const github = await lookUpRows(deps, caller, [...items])
  const place = { cloud, github, tenantId: caller.tenantId }
  const { refused } = judgeRows([...items], regionsWithoutTrusts, place)
  const [first] = refused
  if (first === undefined) return
  throw new PortalError('SET_UP_ROWS_REFUSED', {
    detail: `${first.key}: ${first.problems[0]?.message ?? 'It breaks a rule.'}`,
    rows: [...refused],
  })
}
