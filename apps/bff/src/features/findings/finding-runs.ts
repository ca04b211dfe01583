import type { Cloud } from '@trustwright/federation'
import { eq } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import { findingRun } from '../../db/schema-findings.ts'
import type { Caller } from '../../ports.ts'
import { runJudge } from './judge/run-judge.ts'
import { askOutside, type OutsideDeps } from './outside/ask-outside.ts'

export interface FindingRunDeps extends OutsideDeps {
  readonly cloud: Cloud
  readonly logger: FastifyBaseLogger
}

export interface Refresh {
  readonly tenantId: string
  readonly owner: string
  /** Null: as nobody, such as for the portal's own inventory. */
  readonly caller: Caller | null
}

/** Judgements of inventories, one at a time in a process. Whatever fails is logged and shown, never thrown. */
export interface FindingRuns {
  /** Judges an owner's newest inventory; resolves when that is done. One that waits already is joined. */
  refresh(of: Refresh): Promise<void>
  /** The same for everybody of the tenant who has findings, after a change of the policies. */
  refreshAll(tenantId: string): Promise<void>
  /** Says anew what the accept rules accept. */
  applyRules(tenantId: string): Promise<void>
  close(): Promise<void>
}

export function createFindingRuns(deps: FindingRunDeps): FindingRuns {
  const { clock, cloud, db, logger } = deps
  const ended = new AbortController()
  const waiting = new Map<string, Promise<void>>()
  let last: Promise<void> = Promise.resolve()

  /** Behind whatever runs; work of the same name that has not begun yet is joined. */
  function inTurn(name: string, work: () => Promise<void>): Promise<void> {
    const before = waiting.get(name)
    if (before !== undefined) return before
    const turn = behind(last, name, work)
    waiting.set(name, turn)
    last = turn
    return turn
  }

  async function behind(before: Promise<void>, name: string, work: () => Promise<void>): Promise<void> {
    await before
    waiting.delete(name)
    if (ended.signal.aborted) return
    try {
      await work()
    } catch (error) {
      if (!ended.signal.aborted) logger.error({ err: error, name }, 'findings were not judged')
    }
  }

  const order = (tenantId: string) => ({
    connectionString: db.$client.options.connectionString ?? '',
    tenantId,
    cloud,
    now: new Date(clock.now()).toISOString(),
  })

  function refresh(of: Refresh): Promise<void> {
    const { tenantId, owner } = of
    return inTurn(`judge ${tenantId} ${owner}`, () =>
      runJudge(
        { ...order(tenantId), what: { kind: 'inventory', owner } },
        (names) => askOutside(deps, of, names),
        ended.signal,
      ),
    )
  }

  return {
    refresh,
    async refreshAll(tenantId) {
      const owners = await db
        .select({ owner: findingRun.owner })
        .from(findingRun)
        .where(eq(findingRun.tenantId, tenantId))
      await Promise.all(owners.map(({ owner }) => refresh({ tenantId, owner, caller: null })))
    },
    applyRules: (tenantId) =>
      inTurn(`rules ${tenantId}`, () =>
        runJudge(
          { ...order(tenantId), what: { kind: 'rules' } },
          () => Promise.reject(new Error('Rules ask nothing of the outside')),
          ended.signal,
        ),
      ),
    async close() {
      ended.abort()
      await last
    },
  }
}
