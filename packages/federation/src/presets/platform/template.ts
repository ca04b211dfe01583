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
  const sought = template.filter(isField).filter(({ key }) => known[key] === undefined)
  const source = template.map((piece) => sourceOf(piece, known, cloud))
  const found = new RegExp(`^${source.join('')}$`, 'su').exec(text)
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
