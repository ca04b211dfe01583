import type { GithubRepository } from '@trustwright/shared-schemas'
import { fieldsOfRepository } from '../../components/workload/github-facts.ts'
import type { WantedRow } from './bulk-row.ts'

/** What GitHub answered for a repository, or why it did not. */
export type GithubAnswer =
  | { readonly repository: GithubRepository; readonly problem: null }
  | { readonly repository: null; readonly problem: string }

export type GithubAnswers = ReadonlyMap<string, GithubAnswer>

export interface RepositoryPath {
  readonly owner: string
  readonly name: string
}

/** GitHub tells names apart without their capitals; subjects carry its own. */
export function keyOfRepository({ owner, name }: RepositoryPath): string {
  return `${owner}/${name}`.toLowerCase()
}

/** The repositories that GitHub can be asked about, each once; rows that bring IDs have their answer. */
export function repositoriesOf(rows: readonly WantedRow[]): readonly RepositoryPath[] {
  const all = new Map<string, RepositoryPath>()
  for (const row of rows) {
    const path = pathOf(row)
    if (path !== null) all.set(keyOfRepository(path), path)
  }
  return [...all.values()]
}

function pathOf({ presetId, fields, problems, isAsWritten }: WantedRow): RepositoryPath | null {
  const { owner = '', repository: name = '', identifiers, ownerId = '' } = fields
  if (presetId !== 'github-actions' || isAsWritten || problems.length > 0) return null
  if (owner === '' || name === '' || identifiers === 'ids' || ownerId !== '') return null
  return { owner, name }
}

/** True where GitHub said how the repository writes its subject. */
export function isTold({ repository }: GithubAnswer): boolean {
  return repository !== null && repository.subject.state === 'known' && repository.subject.hasIds !== null
}

function filled(fields: WantedRow['fields']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value ?? '']))
}

/**
 * Rows with what GitHub knows of their repositories: names in its case, IDs and templates. Where it did not tell, names
 * alone, or the row is refused, as the person chose.
 */
export function withGithub(
  rows: readonly WantedRow[],
  answers: GithubAnswers,
  unanswered: 'names' | 'out',
): readonly WantedRow[] {
  return rows.map((row) => {
    const path = pathOf(row)
    const answer = path === null ? undefined : answers.get(keyOfRepository(path))
    if (answer === undefined) return row
    const known = answer.repository
    const fields = known === null ? row.fields : fieldsOfRepository(filled(row.fields), known)
    const workload = known === null ? row.workload : `${known.owner}/${known.name}`
    if (isTold(answer) || unanswered === 'names') return { ...row, workload, fields }
    const message = `${answer.problem ?? 'GitHub did not say how its subjects are made.'} Add the columns owner ID and repository ID, or choose names alone.`
    return { ...row, workload, fields, problems: [{ field: 'repository', message }] }
  })
}
