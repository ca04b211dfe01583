/** A text with `{name}` placeholders and `[optional parts]`, to be written from values and read back into them. */
export interface Template {
  /** Placeholders in order. */
  names: readonly string[]
  /** An optional part is written when every placeholder in it has a value; others without one become empty. */
  format: (values: Readonly<Record<string, unknown>>) => string
  /** Values that would give this text, or undefined. */
  parse: (text: string) => Record<string, string> | undefined
}

const longest = 2000

export function template(source: string): Template {
  const parts = source.split(/(\[[^\]]*\])/).filter((part) => part !== '')
  const names = [...source.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '')
  const format: Template['format'] = (values) =>
    parts
      .map((part) => (part.startsWith('[') ? optional(part.slice(1, -1), values) : fill(part, values)))
      .join('')
  const pattern = new RegExp(`^${parts.map(toPattern).join('')}$`)
  return {
    names,
    format,
    parse: (text) => {
      const found = text.length > longest ? null : pattern.exec(text)
      if (!found) return undefined
      const entries = names.map((name, index) => [name, found[index + 1]] as const)
      const values: Record<string, string> = {}
      for (const [name, value] of entries) if (value !== undefined) values[name] = value
      return format(values) === text ? values : undefined
    },
  }
}

function optional(part: string, values: Readonly<Record<string, unknown>>): string {
  const complete = [...part.matchAll(/\{([^}]+)\}/g)].every(([, name]) => textOf(values[name ?? '']) !== '')
  return complete ? fill(part, values) : ''
}

function fill(part: string, values: Readonly<Record<string, unknown>>): string {
  return part.replaceAll(/\{([^}]+)\}/g, (_match, name: string) => textOf(values[name]))
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function toPattern(part: string): string {
  if (part.startsWith('[')) return `(?:${toPattern(part.slice(1, -1))})?`
  return part
    .split(/(\{[^}]+\})/)
    .map((piece) =>
      piece.startsWith('{') ? '(.+?)' : piece.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`),
    )
    .join('')
}
