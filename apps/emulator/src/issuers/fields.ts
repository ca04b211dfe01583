import { z } from 'zod'

/** One field of a platform's form and of its minting endpoint. */
export interface FieldDescription {
  name: string
  label: string
  help?: string
  required: boolean
  kind: 'text' | 'number' | 'boolean' | 'list'
  /** The only values there are. */
  options?: string[]
  /** What holds when it is left out. */
  standard?: string
}

const guidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A text of at most 600 characters. `says` completes a sentence that starts with the field's name. */
export function text(label: string, rule: { pattern?: RegExp; says?: string; help?: string } = {}) {
  const { pattern, says = 'has another form', help } = rule
  const plain = z.string('is needed').min(1, 'must not be empty').max(600, 'must be at most 600 characters')
  const schema = pattern ? plain.regex(pattern, says) : plain
  return schema.meta({ title: label, ...(help ? { description: help } : {}) })
}

/** A GUID in lower case. */
export function guid(label: string, help?: string) {
  return text(label, {
    pattern: guidPattern,
    says: 'must be a GUID in lower case',
    ...(help ? { help } : {}),
  })
}

/** Letters, digits, `-`, `_` and `.`: what most platforms take as a name in addresses. */
export function slug(label: string, help?: string) {
  return text(label, {
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
    says: 'must hold only letters, digits, ., _ and -',
    ...(help ? { help } : {}),
  })
}

export function choice<const Values extends readonly [string, ...string[]]>(label: string, values: Values) {
  return z.enum(values, `must be one of ${values.join(', ')}`).meta({ title: label })
}

/** Names under which this emulator runs self-hosted servers; nobody can own them. */
const selfHostedSuffixes = ['contoso.example', 'fabrikam.example', 'octo-org.example'] as const

/** Patterns of the hosts for `selfHosted` fields. */
export const selfHostedPatterns: readonly string[] = selfHostedSuffixes.map((suffix) => `*.${suffix}`)

/** A self-hosted server: its first label starts with the product's word, so that products do not share a host. */
export function selfHosted(label: string, word: string, hosted: readonly string[] = []) {
  const suffixes = selfHostedSuffixes.join('|')
  const names = [...hosted, `${word}[a-z0-9-]*.(${suffixes})`].join('|').replaceAll('.', String.raw`\.`)
  const own = `${word}.${selfHostedSuffixes[0]}`
  return text(label, {
    pattern: new RegExp(`^(${names})$`),
    says: `must be a host such as ${[...hosted, own].join(' or ')}`,
    help: `Such as ${[...hosted, own].join(' or ')}`,
  })
}

/** Reads labels, help, choices and defaults out of the schemas. */
export function describeFields(shape: z.ZodRawShape): FieldDescription[] {
  const { properties = {}, required = [] } = z.toJSONSchema(z.object(shape), {
    io: 'input',
    unrepresentable: 'any',
  })
  return Object.entries(properties).map(([name, property]) => {
    const field = typeof property === 'boolean' ? {} : property
    const { title, description, default: standard } = field
    const options = (field.enum ?? []).filter((value) => typeof value === 'string')
    return {
      name,
      label: title ?? name,
      required: required.includes(name),
      kind: kindOf(field.type),
      ...(description ? { help: description } : {}),
      ...(options.length > 0 ? { options } : {}),
      ...(typeof standard === 'string' || typeof standard === 'boolean'
        ? { standard: String(standard) }
        : {}),
    }
  })
}

function kindOf(type: unknown): FieldDescription['kind'] {
  if (type === 'boolean') return 'boolean'
  if (type === 'array') return 'list'
  return type === 'integer' || type === 'number' ? 'number' : 'text'
}
