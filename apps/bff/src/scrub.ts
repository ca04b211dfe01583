const removed = '[removed]'
const deepest = 8

/** Names of fields that never belong in a log, whatever they hold. */
const secretName =
  /^(authorization|proxy-authorization|cookies?|set-?cookie|code|token|id_?token|access_?token|refresh_?token|token_?cache|(client_?)?assertion|(client_?)?secret|password|code_?verifier|verifier|nonce|state|sealed|jwt|bearer)$/i

/** The same inside a text: JWTs (also their unfinished beginnings), credentials of a header, form and query fields. */
const secretTexts: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[A-Za-z0-9_-]{8,}(\.[A-Za-z0-9_-]*){0,4}/g, removed],
  [/\b(Bearer|Basic|PoP)\s+[A-Za-z0-9._~+/=-]{6,}/gi, `$1 ${removed}`],
  [/(__Host-[A-Za-z0-9-]+=)[^;\s"']+/g, `$1${removed}`],
  [
    /\b(authorization|cookie|set-cookie|code|client_secret|client_assertion|assertion|id_token|access_token|refresh_token|token|password|code_verifier|state|nonce)(["']?\s*[=:]\s*["']?)[^\s&"',;}]+/gi,
    `$1$2${removed}`,
  ],
]

/** A text without secrets. */
function scrubText(text: string): string {
  return secretTexts.reduce((rest, [pattern, by]) => rest.replace(pattern, by), text)
}

/** A copy for the log: secret fields and secrets inside texts removed, errors as plain objects, foreign objects by name. */
export function scrub(fields: Record<string, unknown>): Record<string, unknown> {
  const clean = walk(fields, 0, new Set())
  return isFields(clean) ? clean : { value: clean }
}

/** A finished line of the log without secrets. */
export function scrubLine(line: string): string {
  const fields: unknown = JSON.parse(line)
  return JSON.stringify(isFields(fields) ? walkFields(fields, 0, new Set()) : {})
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function walk(value: unknown, depth: number, above: ReadonlySet<object>): unknown {
  if (typeof value === 'string') return scrubText(value)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'function' || typeof value === 'symbol') return undefined
  if (typeof value !== 'object' || value === null) return value
  if (depth >= deepest || above.has(value)) return '[deep]'
  const inside = new Set(above).add(value)
  if (Array.isArray(value)) return value.map((item) => walk(item, depth + 1, inside))
  if (value instanceof Error) return walkError(value, depth, inside)
  if (value instanceof Date) return value
  if (value instanceof URL) return scrubText(value.href)
  if (value instanceof Map) return walkFields(Object.fromEntries(value), depth, inside)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return `[${value.constructor.name}]`
  return walkFields(value, depth, inside)
}

function walkFields(fields: object, depth: number, above: ReadonlySet<object>): Record<string, unknown> {
  const entries = Object.entries(fields).map(([name, value]: [string, unknown]) => [
    scrubText(name),
    secretName.test(name) && typeof value !== 'number' && typeof value !== 'boolean'
      ? hide(name, value)
      : walk(value, depth + 1, above),
  ])
  return Object.fromEntries(entries)
}

/** Codes of errors are words in capitals; anything else of that name is a secret. */
function hide(name: string, value: unknown): unknown {
  const isErrorCode = name === 'code' && typeof value === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(value)
  return isErrorCode ? value : removed
}

function walkError(error: Error, depth: number, above: ReadonlySet<object>): Record<string, unknown> {
  const { name, message, stack, cause } = error
  const code = 'code' in error ? walkFields({ code: error.code }, depth, above) : {}
  return {
    type: name,
    message: scrubText(message),
    ...code,
    ...(stack !== undefined && { stack: scrubText(stack) }),
    ...(cause !== undefined && { cause: walk(cause, depth + 1, above) }),
  }
}
