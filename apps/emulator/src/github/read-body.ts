import type { z } from 'zod'
import { parseJson } from '../kernel/parse-json.ts'
import { githubFaults } from './github-faults.ts'
import type { GithubCall } from './github-operation.ts'

/** The JSON body by a strict schema. Throws GitHub's 400 and 422. */
export function readGithubBody<T>({ request, documentation }: GithubCall, schema: z.ZodType<T>): T {
  let value: unknown
  try {
    value = parseJson(request.body)
  } catch {
    throw githubFaults.unparsable(documentation)
  }
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  const sentences = parsed.error.issues.map((issue) => {
    const field = issue.path.map(String).join('.')
    if (issue.code === 'unrecognized_keys') return `"${issue.keys.join('", "')}" is not a permitted key.`
    if (issue.input === undefined) return `"${field}" wasn't supplied.`
    return `For '${field === '' ? 'links/0/schema' : `properties/${field}`}', ${issue.message}.`
  })
  throw githubFaults.unprocessable(sentences.join('\n'), documentation)
}
