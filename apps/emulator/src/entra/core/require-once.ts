import { invalidRequest } from './refusal.ts'

/** Throws for a parameter that is given twice: which one counts would be a guess. */
export function requireOnce(parameters: URLSearchParams): void {
  const seen = new Set<string>()
  for (const name of parameters.keys()) {
    if (seen.has(name)) {
      throw invalidRequest(
        9000411,
        `The request is not properly formatted. The parameter '${name}' is duplicated.`,
      )
    }
    seen.add(name)
  }
}
