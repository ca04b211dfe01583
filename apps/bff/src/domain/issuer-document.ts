const longestText = 2_000

/** What is judged of a discovery document, and nothing else of it; whatever is no object is kept as a short text. */
export function discoveryOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return typeof value === 'string'
      ? value.slice(0, longestText)
      : JSON.stringify(value).slice(0, longestText)
  }
  const { issuer, jwks_uri, id_token_signing_alg_values_supported: algorithms } = textsOf(value)
  return {
    ...(issuer !== undefined && { issuer }),
    ...(jwks_uri !== undefined && { jwks_uri }),
    ...(algorithms !== undefined && { id_token_signing_alg_values_supported: algorithms }),
  }
}

interface Texts {
  readonly issuer?: unknown
  readonly jwks_uri?: unknown
  readonly id_token_signing_alg_values_supported?: unknown
}

function textsOf(value: object): Texts {
  return Object.fromEntries(
    Object.entries(value).map(([name, held]: [string, unknown]) => [
      name,
      typeof held === 'string' ? held.slice(0, longestText) : held,
    ]),
  )
}
