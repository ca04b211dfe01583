import { csvLine } from '@trustwright/federation'
import type { ReviewEvidence, ReviewEvidenceRow } from '@trustwright/shared-schemas'
import type { Caller } from '../../../ports.ts'
import type { FileAnswer } from '../../../routes/register-file.ts'
import { findReview, targetOf } from '../find-review.ts'
import { pagesOf } from '../pages-of.ts'
import type { ReviewDeps } from '../review-deps.ts'
import { evidenceHead, evidenceRows } from './build-evidence.ts'

/** The evidence as a file. That it was taken is an event of its own before the first line leaves. */
export async function exportReview(
  deps: Pick<ReviewDeps, 'audit' | 'clock' | 'db' | 'secondsPerWrite'>,
  caller: Caller,
  { format, reviewId }: { readonly reviewId: string; readonly format: 'csv' | 'json' },
): Promise<FileAnswer> {
  const row = await findReview(deps.db, caller, reviewId)
  const head = await evidenceHead(deps, caller, row)
  await deps.audit.record({
    caller,
    operation: 'review.export',
    target: targetOf({ reviewId }),
    outcome: 'succeeded',
    after: { format, rows: head.review.counts.items },
  })
  const name = `review-${reviewId}.${format}`
  const pages = () => pagesOf((page) => evidenceRows(deps, caller, row, page))
  return format === 'csv'
    ? { name, type: 'text/csv', chunks: asCsv(pages()) }
    : { name, type: 'application/json', chunks: asJson(head, pages()) }
}

const columns: readonly (readonly [string, (row: ReviewEvidenceRow) => string])[] = [
  ['number', ({ ordinal }) => String(ordinal)],
  ['trust', ({ name }) => name],
  ['trustId', ({ trustKey }) => trustKey],
  ['issuer', ({ issuer }) => issuer],
  ['subject', ({ expression, subject }) => subject ?? expression ?? ''],
  ['audiences', ({ audiences }) => audiences.join(' ')],
  ['identity', ({ identityName }) => identityName],
  ['opens', ({ opens }) => opens?.map(({ name, scope }) => `${name} on ${scope}`).join('; ') ?? 'not read'],
  ['owners', ({ owners }) => owners?.join('; ') ?? 'not read'],
  ['lastUse', ({ lastUse }) => lastUse],
  ['findings', ({ findings }) => findings.map(({ rule, severity }) => `${severity} ${rule}`).join('; ')],
  ['suggestion', ({ suggestion }) => suggestion.decision],
  ['evidence', ({ suggestion }) => suggestion.evidence],
  ['decision', ({ decided }) => decided?.decision ?? 'none'],
  ['reason', ({ decided }) => decided?.reason ?? ''],
  ['note', ({ note }) => note],
  ['decidedBy', ({ decided }) => decided?.by.username ?? ''],
  ['decidedByObjectId', ({ decided }) => decided?.by.objectId ?? ''],
  ['decidedAt', ({ decided }) => decided?.at ?? ''],
  ['decisionLink', ({ decisionLink }) => linkText(decisionLink)],
  ['applied', ({ applied }) => applied?.outcome ?? ''],
  ['appliedAt', ({ applied }) => applied?.at ?? ''],
  ['problem', ({ applied }) => applied?.detail ?? ''],
  ['removalLink', ({ removalLink }) => linkText(removalLink)],
  ['fingerprint', ({ fingerprint }) => fingerprint],
  ['earlierForms', ({ earlier }) => earlier.map(earlierText).join('; ')],
]

/** What it was, and who took the newer form into the review. */
function earlierText(form: ReviewEvidenceRow['earlier'][number]): string {
  const { audiences, decided, expression, issuer, replacedAt, replacedBy, subject } = form
  const was = `${issuer} ${subject ?? expression ?? ''} ${audiences.join(' ')}`
  const then = decided === null ? 'undecided' : `${decided.decision} by ${decided.by.username}`
  return `${was} (${then}), until ${replacedBy.username} took it anew at ${replacedAt}`
}

function linkText(link: ReviewEvidenceRow['decisionLink']): string {
  return link === null ? '' : `${link.number} ${link.hash}`
}

type Pages = AsyncIterable<readonly ReviewEvidenceRow[]>

async function* asCsv(pages: Pages): AsyncGenerator<string> {
  yield csvLine(columns.map(([name]) => name))
  for await (const rows of pages) {
    yield rows.map((row) => csvLine(columns.map(([, read]) => read(row)))).join('')
  }
}

/** The same as one text, line by line, so that no size of a review has to fit into memory. */
async function* asJson(head: Omit<ReviewEvidence, 'rows'>, pages: Pages): AsyncGenerator<string> {
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "rows": [`
  let between = '\n'
  for await (const rows of pages) {
    for (const row of rows) {
      yield `${between}  ${JSON.stringify(row)}`
      between = ',\n'
    }
  }
  yield '\n ]\n}\n'
}
