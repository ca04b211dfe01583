import type { Operation } from '../kernel/operation.ts'
import { compactTable } from './markdown-table.ts'

const areas = [
  ['entra', 'Entra ID'],
  ['arm', 'Azure Resource Manager'],
  ['graph', 'Microsoft Graph'],
  ['issuers', 'Outside issuers'],
  ['github', "GitHub's REST interface"],
  ['controls', 'Controls of the emulator'],
] as const

/** The matrix: one row an operation id, by area, in the order of their paths. */
export function operationsPart(operations: readonly Operation[]): string {
  const known = areas.map(([area]) => `${area}/`)
  const stray = operations.filter(({ id }) => !known.some((start) => id.startsWith(start)))
  if (stray.length > 0) throw new Error(`no area of the page holds ${stray.map(({ id }) => id).join(', ')}`)
  const ids = new Set(operations.map(({ id }) => id))
  const sections = areas.map(([area, title]) => {
    const own = operations.filter(({ id }) => id.startsWith(`${area}/`))
    return own.length === 0 ? '' : `### ${title}\n\n${areaTable(own)}`
  })
  return [`${ids.size} operations.`, ...sections.filter((section) => section !== '')].join('\n\n')
}

function areaTable(operations: readonly Operation[]): string {
  const byId = Map.groupBy(operations, ({ id }) => id)
  const rows = [...byId].map(([id, same]) => {
    const requests = same.map(({ method, path }) => `\`${method} ${path}\``)
    const [first] = same
    return [`\`${id}\``, requests.join('<br>'), first?.summary ?? '', sourceLink(first?.source ?? '')]
  })
  return compactTable(['Operation', 'Request', 'What it does', 'Source'], rows)
}

function sourceLink(source: string): string {
  if (!URL.canParse(source) || source.includes(' ')) return source
  return `[${new URL(source).hostname}](${source})`
}
