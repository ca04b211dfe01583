import { readRepository, type Understand } from './read-repository.ts'
import { mostRows, type WantedRow } from './bulk-row.ts'

export interface Matrix {
  /** One per line, or parted by commas, semicolons or white space. */
  readonly repositories: string
  /** One per line or parted by commas; names of environments may hold blanks. */
  readonly places: string
  readonly entity: 'environment' | 'branch'
}

export interface RowsRead {
  readonly rows: readonly WantedRow[]
  /** About the whole input, such as too many rows. */
  readonly problem: string | null
}

/** Every repository with every environment or branch, repositories first. What stands twice is taken once. */
export function matrixRows(
  { repositories, places, entity }: Matrix,
  understand: Understand | null,
): RowsRead {
  const repositoryTexts = splitRepositories(repositories)
  const placeTexts = splitPlaces(places)
  const size = repositoryTexts.length * placeTexts.length
  if (size > mostRows) {
    return { rows: [], problem: `This makes ${size} rows. One run takes at most 10,000: split it.` }
  }
  const read = repositoryTexts.map((text) => ({ text, ...readRepository(text, understand) }))
  const rows = read.flatMap(({ text, owner, repository, problem }, index) =>
    placeTexts.map((place, at): WantedRow => {
      const known = problem === null
      return {
        number: index * placeTexts.length + at + 1,
        workload: known ? `${owner}/${repository}` : text,
        presetId: 'github-actions',
        fields: known ? { owner, repository, identifiers: 'names', entity, [entity]: place } : {},
        name: '',
        audience: '',
        description: '',
        identity: '',
        cells: [text, place],
        isAsWritten: false,
        problems: known ? [] : [{ field: 'repository', message: problem }],
      }
    }),
  )
  return { rows, problem: null }
}

/** What stands between white space, commas and semicolons, each once. */
export function splitRepositories(text: string): readonly string[] {
  return distinct(text.split(/[\s,;]+/))
}

/** The same for names that may hold blanks. */
export function splitPlaces(text: string): readonly string[] {
  return distinct(text.split(/[\n\r,;]+/).map((part) => part.trim()))
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== ''))]
}
