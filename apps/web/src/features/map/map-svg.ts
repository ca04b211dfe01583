import { shorten } from '../../lib/shorten.ts'
import { count } from '../../lib/words.ts'
import type { PlacedMap, PlacedNode } from './layout/place-map.ts'
import { columnWords, lensLine, nodeName, type Lens } from './map-words.ts'
import { mapColumns } from './model/map-node.ts'

const margin = 24
const head = 88
interface Palette {
  readonly page: string
  readonly text: string
  readonly quiet: string
  readonly line: string
  readonly danger: string
  readonly box: string
  readonly edge: string
}

const light: Palette = {
  page: '#ffffff',
  text: '#1b1b1b',
  quiet: '#4a4a4a',
  line: '#8a8a8a',
  danger: '#b10e1c',
  box: '#f5f7f7',
  edge: '#616161',
}

const dark: Palette = {
  page: '#1f1f1f',
  text: '#ffffff',
  quiet: '#d6d6d6',
  line: '#8a8a8a',
  danger: '#f1707b',
  box: '#2d3233',
  edge: '#a8a8a8',
}

interface SvgOptions {
  readonly title: string
  /** What it shows of how much, and of when. */
  readonly summary: string
  readonly lens: Lens
}

/** What knows no style sheets, or prints, draws the light colours, which stand at the shapes themselves. */
const darkStyle = `@media screen and (prefers-color-scheme:dark){.page{fill:${dark.page}}.strong{fill:${dark.text}}.quiet{fill:${dark.quiet}}.line{stroke:${dark.line}}.bad{stroke:${dark.danger}}.box{fill:${dark.box};stroke:${dark.edge}}}`

/** The picture as a file of its own: readable in light and dark, without any other file, script or font. */
export function mapSvg(
  { columns, starts, links, width, height }: PlacedMap,
  { title, summary, lens }: SvgOptions,
): string {
  const [whole, tall] = [Math.ceil(width + 2 * margin), Math.ceil(height + head + 2 * margin)]
  const lines = links.map(({ path, thickness, link }) => {
    const isBad = lens === 'risk' && (link.risk === 'critical' || link.risk === 'high')
    const look = isBad ? `class="bad" stroke="${light.danger}"` : `class="line" stroke="${light.line}"`
    return `<path ${look} d="${path}" stroke-width="${thickness}"/>`
  })
  const heads = columns.map((column, at) => {
    const name = columnWords[mapColumns[at] ?? 'issuer'].title
    return text(starts[at] ?? 0, -10, `${name} (${column.length})`, { size: 14, bold: true })
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${tall}" viewBox="0 0 ${whole} ${tall}" font-family="Segoe UI, system-ui, sans-serif" role="img">`,
    `<title>${escaped(title)}</title><desc>${escaped(summary)}</desc>`,
    `<style>${darkStyle}</style>`,
    `<rect class="page" width="${whole}" height="${tall}" fill="${light.page}"/>`,
    text(margin, margin + 18, title, { size: 20, bold: true }),
    text(margin, margin + 40, summary, { size: 12 }),
    `<g transform="translate(${margin} ${margin + head})">`,
    `<g fill="none" stroke-opacity="0.45">${lines.join('')}</g>`,
    ...heads,
    ...columns.flat().map((node) => nodeSvg(node, lens)),
    '</g></svg>',
  ].join('\n')
}

function nodeSvg({ node, x, y, width, height }: PlacedNode, lens: Lens): string {
  const [trusts, told] = [count(node.trusts), lensLine(node, lens)]
  const detail = node.parts > 1 ? `Group of ${count(node.parts)}` : node.detail
  const [left, right] = [x + 8, x + width - 8]
  const room = (beside: string, letter: number) =>
    Math.max(4, Math.floor((width - 28) / letter) - beside.length)
  return [
    `<g><title>${escaped(nodeName(node, lens))}</title>`,
    `<rect class="box" x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="${light.box}" stroke="${light.edge}"/>`,
    text(left, y + 19, shorten(node.label, room(trusts, 7.6)), { size: 13, bold: true }),
    text(right, y + 19, trusts, { size: 11, isEnd: true }),
    text(left, y + 37, shorten(detail, room(told, 6)), { size: 11 }),
    text(right, y + 37, told, { size: 11, isEnd: true }),
    '</g>',
  ].join('')
}

function text(
  x: number,
  y: number,
  words: string,
  { size, bold = false, isEnd = false }: { size: number; bold?: boolean; isEnd?: boolean },
): string {
  const look = bold
    ? `class="strong" font-weight="600" fill="${light.text}"`
    : `class="quiet" fill="${light.quiet}"`
  const anchor = isEnd ? ' text-anchor="end"' : ''
  return `<text ${look}${anchor} x="${x}" y="${y}" font-size="${size}">${escaped(words)}</text>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Also without characters that XML does not allow (https://www.w3.org/TR/xml/#charsets). */
function escaped(words: string): string {
  return words
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replace(/[&<>"]/g, (mark) => entities[mark] ?? mark)
}
