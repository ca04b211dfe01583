import { invalidRequest } from './refusal.ts'

/** Throws for a parameter that is given twice: which one counts would be a guess. */
export function requireOnce(parameters: URLSearchParams): void {
  const names = [...parameters.keys()]
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice === undefined) return
  throw invalidRequest(
    9000411,
    `The request is not properly formatted. The parameter '${twice}' is duplicated.`,
  )
}
