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

/** A claim as fixed texts and fields in a row. Compiling, previewing and recognising all follow from it. */
export type Template = readonly (string | FieldPiece)[]

/** A field inside a template. By default it runs up to the next colon. */
export function field(
  key: string,
  label: string,
  options: { readonly pattern?: string; readonly spelling?: Spelling } = {},
): FieldPiece {
  return { key, label, pattern: '[^:]+', ...options }
}

export function segmentsOf(template: Template, fields: FieldValues): readonly Segment[] {
  return template.map((piece): Segment => {
    if (typeof piece === 'string') return { text: piece, label: '', source: 'fixed' }
    const typed = fieldText(fields, piece.key)
    const text = piece.spelling === undefined ? typed : piece.spelling.write(typed)
    return { text, label: piece.label, source: 'field', fieldKey: piece.key }
  })
}

/** The fields that spell this text, or null. A field that stands twice must have one value. */
export function readTemplate(template: Template, text: string): Record<string, string> | null {
  const pieces = template.filter((piece) => typeof piece !== 'string')
  const source = template.map((piece) => (typeof piece === 'string' ? escaped(piece) : `(${piece.pattern})`))
  const found = new RegExp(`^${source.join('')}$`, 'su').exec(text)
  if (found === null) return null
  const fields: Record<string, string> = {}
  for (const [index, piece] of pieces.entries()) {
    const written = found[index + 1] ?? ''
    const value = piece.spelling === undefined ? written : piece.spelling.read(written)
    if (fields[piece.key] !== undefined && fields[piece.key] !== value) return null
    fields[piece.key] = value
  }
  return fields
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}
