import { compileTrust, presetById, type Cloud } from '@trustwright/federation'
import { Description, type NewTrust } from '@trustwright/shared-schemas'
import type { RowProblem, WantedRow } from './bulk-row.ts'

/** A row with the trusts that it asks for; none where something is wrong with it. */
export interface CompiledRow {
  readonly row: WantedRow
  readonly trusts: readonly NewTrust[]
  readonly problems: readonly RowProblem[]
}

/** By the platform's own rules, as the form of one trust does it. */
export function compileRow(row: WantedRow, cloud: Cloud): CompiledRow {
  if (row.problems.length > 0) return { row, trusts: [], problems: row.problems }
  const preset = presetById(row.presetId)
  const own = preset.fieldKeys.includes('audience')
  const fields = own && row.audience !== '' ? { ...row.fields, audience: row.audience } : row.fields
  const { trusts, warnings } = compileTrust(row.presetId, fields, {
    cloud,
    ...(row.name === '' ? {} : { name: row.name }),
    ...(own || row.audience === '' ? {} : { audience: row.audience }),
  })
  const refused = warnings
    .filter(({ severity }) => severity === 'block')
    .map(({ field, text, fix }) => ({
      field: field === undefined ? '' : (preset.fieldGuides[field]?.label ?? field).toLowerCase(),
      message: `${text} ${fix}`,
    }))
  const described = Description.safeParse(row.description).error?.issues[0]?.message
  const problems =
    described === undefined ? refused : [...refused, { field: 'description', message: described }]
  if (problems.length > 0) return { row, trusts: [], problems }
  return {
    row,
    problems,
    trusts: trusts.flatMap(({ name, issuer, subject, audiences }) =>
      subject === undefined ? [] : [{ name, issuer, subject, audiences: [...audiences] }],
    ),
  }
}
