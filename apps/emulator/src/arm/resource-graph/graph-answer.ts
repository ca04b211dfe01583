import { skipTokenAt, type GraphRequest } from './graph-request.ts'
import type { Table } from './run-query.ts'

/**
 * One page of a result. A token for the next page comes only where the rows have an `id`, as Resource Graph pages by it.
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data
 */
export function graphAnswer({ columns, rows }: Table, request: GraphRequest): Record<string, unknown> {
  const { top, skip, resultFormat } = request
  const page = rows.slice(skip, skip + top)
  const isCut = skip + page.length < rows.length
  const plain = page.map((row) => Object.fromEntries(columns.map((name) => [name, row[name] ?? null])))
  return {
    totalRecords: rows.length,
    count: page.length,
    data:
      resultFormat === 'objectArray'
        ? plain
        : {
            columns: columns.map((name) => ({ name, type: typeOf(plain.map((row) => row[name])) })),
            rows: plain.map((row) => columns.map((name) => row[name])),
          },
    facets: [],
    resultTruncated: isCut && !columns.includes('id') ? 'true' : 'false',
    ...(isCut && columns.includes('id') ? { $skipToken: skipTokenAt(skip + page.length) } : {}),
  }
}

function typeOf(values: readonly unknown[]): string {
  const value = values.find((each) => each !== null)
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'object' ? 'object' : 'string'
}
