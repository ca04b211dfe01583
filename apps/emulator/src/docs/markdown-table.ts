/** A table as Prettier writes it: every column as wide as its widest cell. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', String.raw`\|`)))
  const widths = header.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[], fill = ' ') =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width, fill)).join(' | ')} |`
  const [top = [], ...body] = cells
  return [line(top), line([], '-'), ...body.map((row) => line(row))].join('\n')
}

/** The same without the padding, for tables with long cells; Prettier is told to leave it so. */
export function compactTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) =>
    `| ${row.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`
  const lines = [line(header), line(header.map(() => '---')), ...rows.map(line)]
  return ['<!-- prettier-ignore -->', ...lines].join('\n')
}
