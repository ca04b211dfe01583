import type { z } from 'zod'

/** What is wrong with a value, in words: `latencyMs must be 0 or more; speed is not known`. */
export function explainIssues(error: z.ZodError): string {
  return error.issues.flatMap((issue) => explain(issue)).join('; ')
}

type Issue = z.core.$ZodIssue

function explain(issue: Issue): string[] {
  const place = issue.path.length === 0 ? 'the body' : issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${[...issue.path, key].join('.')} is not known`)
  }
  return [`${place} ${requirement(issue)}`]
}

function requirement(issue: Issue): string {
  if (issue.code === 'invalid_type') {
    return issue.input === undefined
      ? `must be given (${issue.expected})`
      : `must be of the type ${issue.expected}`
  }
  if (issue.code === 'too_small') {
    return isNumber(issue) ? `must be ${issue.minimum} or more` : `must not be shorter than ${issue.minimum}`
  }
  if (issue.code === 'too_big') {
    return isNumber(issue) ? `must be ${issue.maximum} or less` : `must not be longer than ${issue.maximum}`
  }
  if (issue.code === 'invalid_value') return `must be ${issue.values.map(String).join(' or ')}`
  if (issue.code === 'custom' && issue.message !== '') return issue.message
  return 'has none of the shapes that are known here'
}

function isNumber({ origin }: { origin: string }): boolean {
  return origin === 'number' || origin === 'int'
}
