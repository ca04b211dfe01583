import {
  type Finding,
  findingsCsvHead,
  findingsCsvRows,
  findingsSarif,
  type NotJudged,
  sarifResult,
} from '@trustwright/federation'
import { and, eq, sql } from 'drizzle-orm'
import { finding, findingRun } from '../../db/schema-findings.ts'
import type { Caller } from '../../ports.ts'
import type { FileAnswer } from '../../routes/register-file.ts'
import type { FindingDeps } from './finding-deps.ts'
import { type FindingFilter, fitting, selectFindings } from './stored-findings.ts'
import type { Whose } from './whose.ts'

const rowsAtOnce = 1_000

/** The findings that fit, a part at a time, worst first. Written down before the first of them leaves. */
export async function exportFindings(
  deps: FindingDeps,
  caller: Caller,
  whose: Whose,
  { format, ...filter }: FindingFilter & { readonly format: 'csv' | 'sarif' },
): Promise<FileAnswer> {
  const { audit, clock, db, portalOrigin } = deps
  const [run] = await db
    .select()
    .from(findingRun)
    .where(and(eq(findingRun.tenantId, whose.tenantId), eq(findingRun.owner, whose.owner)))
  await audit.record({
    caller,
    operation: 'finding.export',
    target: `/tenants/${whose.tenantId}`,
    after: { format, owner: whose.owner, ...filter },
    outcome: 'succeeded',
  })
  const day = new Date(clock.now()).toISOString().slice(0, 10)
  const parts = partsOf(deps, whose, filter)
  if (format === 'csv')
    return { name: `findings-${day}.csv`, type: 'text/csv', chunks: asCsv(parts, portalOrigin) }
  const log = sarifHead(run?.notJudged ?? [], run?.finishedAt ?? null, portalOrigin)
  return { name: `findings-${day}.sarif`, type: 'application/sarif+json', chunks: asSarif(log, parts) }
}

async function* partsOf(
  { clock, db }: FindingDeps,
  whose: Whose,
  filter: FindingFilter,
): AsyncGenerator<readonly Finding[]> {
  const now = new Date(clock.now())
  let last = { rank: -1, keyHash: '' }
  for (;;) {
    const rows = await selectFindings(db, now)
      .where(
        and(
          fitting(whose, filter),
          sql`(${finding.rank}, ${finding.keyHash}) > (${last.rank}, ${last.keyHash})`,
        ),
      )
      .orderBy(finding.rank, finding.keyHash)
      .limit(rowsAtOnce)
    yield rows.map((row) => row.finding.body)
    const end = rows.at(-1)?.finding
    if (end === undefined || rows.length < rowsAtOnce) return
    last = end
  }
}

async function* asCsv(parts: AsyncIterable<readonly Finding[]>, origin: string): AsyncGenerator<string> {
  yield findingsCsvHead()
  for await (const findings of parts) yield findingsCsvRows(findings, origin)
}

function sarifHead(notJudged: readonly NotJudged[], finishedAt: Date | null, origin: string): string {
  const readAt = finishedAt === null ? {} : { readAt: finishedAt.toISOString() }
  return JSON.stringify(findingsSarif({ findings: [], notJudged }, { version: '0.1.0', origin, ...readAt }))
}

/** The list of results is the last part of the only run, and so the text is cut inside of its brackets. */
async function* asSarif(log: string, parts: AsyncIterable<readonly Finding[]>): AsyncGenerator<string> {
  const end = ']}]}'
  yield log.slice(0, -end.length)
  let isFirst = true
  for await (const findings of parts) {
    if (findings.length === 0) continue
    yield `${isFirst ? '' : ','}${findings.map((each) => JSON.stringify(sarifResult(each))).join(',')}`
    isFirst = false
  }
  yield end
}
