import { recognise, type Cloud, type FieldValues, type PresetId } from '@trustwright/federation'
import type { RowProblem, WantedRow } from './bulk-row.ts'
import { readRepository, type Understand } from './read-repository.ts'
import type { Table, TableRow } from './read-table.ts'
import type { ColumnMap, ColumnMeaning } from './table-columns.ts'

interface TableRowsInput {
  readonly table: Table
  readonly map: ColumnMap
  readonly cloud: Cloud
  readonly understand: Understand | null
}

type Read = (meaning: ColumnMeaning) => string

/** Each row of the file by what its columns mean. A row that cannot be used stays, with the reason. */
export function tableRows({ table, map, cloud, understand }: TableRowsInput): readonly WantedRow[] {
  const at = new Map(map.flatMap((meaning, index) => (meaning === null ? [] : [[meaning, index] as const])))
  return table.rows.map((row) => {
    const read: Read = (meaning) => row.cells[at.get(meaning) ?? -1]?.trim() ?? ''
    return wantedRow(row, read, cloud, understand)
  })
}

function wantedRow(row: TableRow, read: Read, cloud: Cloud, understand: Understand | null): WantedRow {
  const workload = read('issuer') === '' ? ofRepository(read, understand) : ofClaims(read, cloud)
  return {
    number: row.number,
    name: read('name'),
    audience: read('audience'),
    description: read('description'),
    identity: read('identity'),
    cells: row.cells,
    isAsWritten: read('issuer') !== '',
    ...workload,
    problems: [...(row.problem === null ? [] : [{ field: '', message: row.problem }]), ...workload.problems],
  }
}

interface ReadWorkload {
  readonly workload: string
  readonly presetId: PresetId
  readonly fields: FieldValues
  readonly problems: readonly RowProblem[]
}

/** A preset that knows the claims gives better names and warnings than the claims alone. */
function ofClaims(read: Read, cloud: Cloud): ReadWorkload {
  const issuer = read('issuer')
  const subject = read('subject')
  if (subject === '') {
    const problems = [{ field: 'subject', message: 'It is empty. Copy “sub” of a token.' }]
    return { workload: '', presetId: 'other-issuer', fields: {}, problems }
  }
  const known = recognise({ issuer, subject }, cloud)
  return known === null
    ? { workload: subject, presetId: 'other-issuer', fields: { issuer, subject }, problems: [] }
    : { workload: known.workload, presetId: known.presetId, fields: known.fields, problems: [] }
}

const places = ['environment', 'branch', 'tag'] as const
const yes = /^(?:yes|y|true|1|x|pull[_ -]?request)$/i

function ofRepository(read: Read, understand: Understand | null): ReadWorkload {
  const owner = read('owner')
  const cell = read('repository')
  const text = owner !== '' && cell !== '' && !cell.includes('/') ? `${owner}/${cell}` : cell
  const found = readRepository(text, understand)
  const problems: RowProblem[] = []
  if (found.problem !== null) problems.push({ field: 'repository', message: found.problem })
  const place = placeOf(read)
  if ('problem' in place) problems.push(place.problem)
  if (found.problem !== null || 'problem' in place) {
    return { workload: text, presetId: 'github-actions', fields: {}, problems }
  }
  const ownerId = read('ownerId')
  const repositoryId = read('repositoryId')
  const withIds = ownerId !== '' || repositoryId !== ''
  return {
    workload: `${found.owner}/${found.repository}`,
    presetId: 'github-actions',
    fields: {
      owner: found.owner,
      repository: found.repository,
      identifiers: withIds ? 'ids' : 'names',
      ...(withIds ? { ownerId, repositoryId } : {}),
      ...place.fields,
    },
    problems,
  }
}

function placeOf(read: Read): { readonly fields: FieldValues } | { readonly problem: RowProblem } {
  const given = places.filter((place) => read(place) !== '')
  const isPull = yes.test(read('pullRequest'))
  const [place] = given
  if (given.length + Number(isPull) > 1) {
    const message = `The row has several of ${[...given, ...(isPull ? ['pull request'] : [])].join(', ')}. One trust takes one: make a row for each.`
    return { problem: { field: place ?? '', message } }
  }
  if (isPull) return { fields: { entity: 'pull-request' } }
  if (place === undefined) {
    return {
      problem: { field: 'environment', message: 'It is empty. Name the environment, the branch or the tag.' },
    }
  }
  return { fields: { entity: place, [place]: read(place) } }
}
