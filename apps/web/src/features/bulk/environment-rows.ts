import type { GithubEnvironmentList } from '@trustwright/shared-schemas'
import type { WantedRow } from './bulk-row.ts'
import { keyOfRepository, type GithubAnswers, type RepositoryPath } from './github-rows.ts'

/** Null where GitHub did not tell. */
export type EnvironmentAnswers = ReadonlyMap<string, GithubEnvironmentList | null>

/** A row whose environment GitHub does not have. */
export interface MissingEnvironment {
  readonly number: number
  readonly workload: string
  readonly wanted: string
  /** The same in other capitals, which subjects carry; null where there is none. */
  readonly alike: string | null
  /** Those that the repository has. */
  readonly others: readonly string[]
}

/** The repositories of rows with an environment that GitHub told of, each once. */
export function environmentPaths(
  rows: readonly WantedRow[],
  answers: GithubAnswers,
): readonly RepositoryPath[] {
  const paths = new Map<string, RepositoryPath>()
  for (const row of rows) {
    const path = pathOf(row)
    if (path !== null && (answers.get(keyOfRepository(path))?.repository ?? null) !== null) {
      paths.set(keyOfRepository(path), path)
    }
  }
  return [...paths.values()]
}

/** Rows that name what their repository does not have. A list that is cut off says nothing of what it lacks. */
export function missingEnvironments(
  rows: readonly WantedRow[],
  answers: EnvironmentAnswers,
): readonly MissingEnvironment[] {
  return rows.flatMap((row): MissingEnvironment[] => {
    const path = pathOf(row)
    const list = path === null ? null : (answers.get(keyOfRepository(path)) ?? null)
    const wanted = row.fields.environment ?? ''
    if (list === null) return []
    const others = list.environments.map(({ name }) => name)
    if (others.includes(wanted)) return []
    const alike = others.find((name) => name.toLowerCase() === wanted.toLowerCase()) ?? null
    if (alike === null && !list.complete) return []
    return [{ number: row.number, workload: row.workload, wanted, alike, others }]
  })
}

const mostNamed = 5

/** `Row 3, contoso/pay-api: no environment prd. It has dev, prod.` */
export function missingWords({ number, workload, wanted, alike, others }: MissingEnvironment): string {
  const row = `Row ${number}, ${workload}:`
  if (alike !== null) return `${row} ${wanted} is written ${alike} at GitHub, and capitals count.`
  if (others.length === 0) return `${row} no environment ${wanted}. It has none.`
  const more = others.length > mostNamed ? ` and ${others.length - mostNamed} more` : ''
  return `${row} no environment ${wanted}. It has ${others.slice(0, mostNamed).join(', ')}${more}.`
}

function pathOf({ presetId, fields, isAsWritten, problems }: WantedRow): RepositoryPath | null {
  const { owner = '', repository: name = '', entity } = fields
  if (presetId !== 'github-actions' || isAsWritten || problems.length > 0) return null
  return entity === 'environment' && owner !== '' && name !== '' ? { owner, name } : null
}
