import { type Cloud, type CloudFacts, clouds } from '../../model/cloud.ts'
import type { FieldValues } from '../../model/preset.ts'
import type { Segment } from '../../model/segment.ts'
import { fieldText } from '../../model/texts.ts'

/** How the text of a field is written in a claim, and read back. Both together must lose nothing. */
export interface Spelling {
  readonly write: (value: string) => string
  readonly read: (text: string) => string
}

interface FieldPiece {
  readonly key: string
  readonly label: string
  /** Source of a regular expression for the written text. It must be linear: one class, one quantifier. */
  readonly pattern: string
  readonly spelling?: Spelling
}

/** A text that differs between the Azure clouds. */
interface CloudPiece {
  readonly ofCloud: (facts: CloudFacts) => string
}

/** A claim as fixed texts and fields in a row. Compiling, previewing and recognising all follow from it. */
export type Template = readonly (string | CloudPiece | FieldPiece)[]

/** A field inside a template. By default it runs up to the next colon. */
export function field(
  key: string,
  label: string,
  options: { readonly pattern?: string; readonly spelling?: Spelling } = {},
): FieldPiece {
  return { key, label, pattern: '[^:]+', ...options }
}

export function segmentsOf(
  template: Template,
  fields: FieldValues,
  cloud: Cloud = 'public',
): readonly Segment[] {
  return template.map((piece): Segment => {
    if (!isField(piece)) return { text: fixedText(piece, cloud), label: '', source: 'fixed' }
    const text = written(piece, fieldText(fields, piece.key))
    return { text, label: piece.label, source: 'field', fieldKey: piece.key }
  })
}

/**
 * The fields that spell this text, or null. A field that stands twice must have one value; one that is `known` already
 * is no longer looked for, only compared.
 */
export function readTemplate(
  template: Template,
  text: string,
  known: FieldValues = {},
  cloud: Cloud = 'public',
): Record<string, string> | null {
  if (!hasEnds(template, text, cloud)) return null
  const sought = template.filter(isField).filter(({ key }) => known[key] === undefined)
  const isWhole = sought.length === template.filter(isField).length
  const found = (isWhole ? wholePattern(template, cloud) : patternOf(template, known, cloud)).exec(text)
  if (found === null) return null
  const fields: Record<string, string> = {}
  for (const [index, piece] of sought.entries()) {
    const part = found[index + 1] ?? ''
    const value = piece.spelling === undefined ? part : piece.spelling.read(part)
    if (fields[piece.key] !== undefined && fields[piece.key] !== value) return null
    fields[piece.key] = value
  }
  return fields
}

/** Most texts are of another platform, which their first or last letters tell without a regular expression. */
export function hasEnds(template: Template, text: string, cloud: Cloud = 'public'): boolean {
  const [first] = template
  const last = template.at(-1)
  const starts = first === undefined || isField(first) || text.startsWith(fixedText(first, cloud))
  return starts && (last === undefined || isField(last) || text.endsWith(fixedText(last, cloud)))
}

const wholePatterns = new WeakMap<Template, Partial<Record<Cloud, RegExp>>>()

/** Lists read thousands of trusts, so the expression of a template is made once. */
function wholePattern(template: Template, cloud: Cloud): RegExp {
  const made = wholePatterns.get(template)
  if (made?.[cloud] !== undefined) return made[cloud]
  const pattern = patternOf(template, {}, cloud)
  wholePatterns.set(template, { ...made, [cloud]: pattern })
  return pattern
}

function patternOf(template: Template, known: FieldValues, cloud: Cloud): RegExp {
  return new RegExp(`^${template.map((piece) => sourceOf(piece, known, cloud)).join('')}$`, 'su')
}

function sourceOf(piece: Template[number], known: FieldValues, cloud: Cloud): string {
  if (!isField(piece)) return escaped(fixedText(piece, cloud))
  const value = known[piece.key]
  return value === undefined ? `(${piece.pattern})` : escaped(written(piece, value))
}

function isField(piece: Template[number]): piece is FieldPiece {
  return typeof piece !== 'string' && 'key' in piece
}

function fixedText(piece: string | CloudPiece, cloud: Cloud): string {
  return typeof piece === 'string' ? piece : piece.ofCloud(clouds[cloud])
}

function written(piece: FieldPiece, value: string): string {
  return piece.spelling === undefined ? value : piece.spelling.write(value)
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, (character) =>
    character === '-' ? String.raw`\x2d` : `\\${character}`,
  )
}
