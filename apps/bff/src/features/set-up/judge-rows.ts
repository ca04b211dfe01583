import type { CheckContext } from '@trustwright/federation'
import type { GithubSays } from '../../domain/github-looks.ts'
import {
  SetUpItem,
  type AnyNewApplicationTrust,
  type RefusedRow,
  type SetUpRequest,
} from '@trustwright/shared-schemas'
import { certainFaults } from '../../domain/accepted-risks.ts'
import { toStorable } from '../../domain/credential-values.ts'
import { supportsTrusts } from '../../domain/unsupported-regions.ts'
import { PortalError } from '../../errors.ts'
import { refusedFields } from '../../plugins/refused-fields.ts'
import { createBatchRules, type BatchRules } from './batch-rules.ts'

export interface JudgedRows {
  readonly items: readonly SetUpItem[]
  readonly refused: readonly RefusedRow[]
}

/** Cloud and tenant, and what GitHub says about the repositories of the rows. */
export interface RowPlace extends CheckContext {
  readonly github?: GithubSays
}

type Problems = RefusedRow['problems']

const mostTrusts = 10_000

/**
 * Each row by the rules of the contract, by what the federation package knows of expressions, and beside the rows before
 * it. Throws INPUT_REFUSED where there are more trusts than one run takes.
 */
export function judgeRows(
  rows: SetUpRequest['items'],
  regionsWithoutTrusts: readonly string[],
  place: RowPlace = {},
): JudgedRows {
  const items: SetUpItem[] = []
  const refused: RefusedRow[] = []
  const batch = createBatchRules()
  for (const row of rows) {
    const parsed = SetUpItem.safeParse(row)
    const problems = parsed.success
      ? judgeItem(parsed.data, { regionsWithoutTrusts, batch, place })
      : parsed.error.issues.flatMap(({ path, message, ...rest }) =>
          refusedFields({ instancePath: path.join('/'), message: inWords(message), params: rest }),
        )
    if (parsed.success && problems.length === 0) items.push(parsed.data)
    else refused.push({ key: row.key, problems })
  }
  demandSize(items)
  return { items, refused }
}

/** zod's own message for a value of the wrong type speaks to programmers. */
function inWords(message: string): string {
  return message.startsWith('Invalid ') ? 'This is missing, or is something else than it should be.' : message
}

function demandSize(items: readonly SetUpItem[]): void {
  const trusts = items.reduce((sum, item) => sum + item.trusts.length, 0)
  if (trusts <= mostTrusts) return
  const message = `There are ${trusts} trusts. One run takes at most 10,000: split the rows.`
  throw new PortalError('INPUT_REFUSED', { fields: [{ path: 'items', message }] })
}

interface Beside {
  readonly regionsWithoutTrusts: readonly string[]
  readonly batch: BatchRules
  readonly place: RowPlace
}

function judgeItem(item: SetUpItem, { regionsWithoutTrusts, batch, place }: Beside): Problems {
  const { parent } = item
  const own = item.trusts.flatMap((trust, index) => judgeTrust(item, trust, `trusts.${index}`, place))
  if (parent.kind === 'newManagedIdentity' && !supportsTrusts(parent.location, regionsWithoutTrusts)) {
    const message = `Azure does not support trusts in ${parent.location}. Choose another location.`
    own.push({ path: 'parent.location', message })
  }
  // A row that is refused takes no place in the batch.
  return own.length > 0 ? own : batch.add(item)
}

function judgeTrust(
  { parent }: SetUpItem,
  trust: AnyNewApplicationTrust,
  path: string,
  { github, ...place }: RowPlace,
): Problems {
  const problems: Problems = []
  if (parent.kind.endsWith('anagedIdentity') && (trust.description ?? '') !== '') {
    const message = 'Only trusts of applications have a description. Leave it out.'
    problems.push({ path: `${path}.description`, message })
  }
  try {
    const values = toStorable(trust)
    const parentKind = parent.kind.endsWith('anagedIdentity') ? 'managedIdentity' : 'application'
    const accepted = trust.acceptRisks ?? []
    for (const { code, field, text, fix } of certainFaults(
      { ...values, name: trust.name },
      { ...place, ...(github && { facts: github.factsOf(values) }), parentKind },
    )) {
      if (accepted.includes(code)) continue
      problems.push({ path: `${path}.${field ?? 'subject'}`, message: `${text} ${fix}` })
    }
  } catch (error) {
    if (!(error instanceof PortalError) || error.code !== 'INPUT_REFUSED') throw error
    for (const field of error.extras.fields ?? []) {
      problems.push({ path: `${path}.${field.path}`, message: field.message })
    }
  }
  return problems
}
