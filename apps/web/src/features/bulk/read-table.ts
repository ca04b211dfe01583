import Papa from 'papaparse'
import { mostRows } from './bulk-row.ts'

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** Line in the file as a spreadsheet numbers it: the head is 1. */
  readonly number: number
  readonly cells: readonly string[]
  /** Why it could not be read as it stands; null otherwise. */
  readonly problem: string | null
}

export type TableRead =
  { readonly table: Table; readonly problem: null } | { readonly table: null; readonly problem: string }

/** Characters of a file that is read: 10,000 rows of 800 characters. */
export const mostCharacters = 8_000_000

/**
 * Comma, semicolon, tab or bar; quotes and line breaks in cells (RFC 4180); a byte order mark is dropped. The first row
 * holds the names of the columns. Every cell is text: a formula is never run, and stays as it was written.
 */
export function readTable(text: string): TableRead {
  if (text.length > mostCharacters) return refuse('The file is longer than 8 million characters: split it.')
  const source = text.replace(/^\ufeff/, '')
  if (source.trim() === '') return refuse('There is nothing in it yet.')
  const { data, errors } = Papa.parse<string[]>(source, { delimiter: delimiterOf(source) })
  const broken = errors.find(({ type }) => type === 'Quotes')
  if (broken?.code === 'MissingQuotes') {
    const row = (broken.row ?? 0) + 1
    return refuse(
      `Row ${row} opens a quote that nothing closes, so the rest cannot be read. Close it, or double it.`,
    )
  }
  const all = data
    .map((cells, index) => ({ cells, number: index + 1 }))
    .filter(({ cells }) => !isEmpty(cells))
  const [head, ...rest] = all
  if (head === undefined) return refuse('There is nothing in it yet.')
  if (rest.length === 0) return refuse('There is a head and no row below it.')
  if (rest.length > mostRows) {
    return refuse(`There are ${rest.length} rows. One run takes at most 10,000: split the file.`)
  }
  const columns = head.cells.map((cell) => cell.trim())
  return { table: { columns, rows: rest.map((row) => readRow(row, columns.length)) }, problem: null }
}

/** Every line of it as its cells, unjudged; empty lines stay, so that rows keep their numbers. */
export function parseCells(text: string): string[][] {
  const source = text.replace(/^\ufeff/, '')
  return Papa.parse<string[]>(source, { delimiter: delimiterOf(source) }).data
}

/** Empty lines would mislead the guess, and have to stay in the count of lines. */
function delimiterOf(source: string): string {
  const { meta } = Papa.parse<string[]>(source, {
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
    preview: 20,
  })
  return meta.delimiter
}

function readRow(
  { cells, number }: { readonly cells: string[]; readonly number: number },
  width: number,
): TableRow {
  const extra = cells.slice(width).some((cell) => cell.trim() !== '')
  return {
    number,
    cells: cells.map(withoutGuard),
    problem: extra
      ? `It has ${cells.length} cells and the head ${width}. Put quotes around a cell that holds the delimiter.`
      : null,
  }
}

/** What this portal writes in front of a formula in a file, taken off again. https://owasp.org/www-community/attacks/CSV_Injection */
function withoutGuard(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

function refuse(problem: string): TableRead {
  return { table: null, problem }
}
