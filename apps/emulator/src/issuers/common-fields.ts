import { z } from 'zod'
import { tokenExchangeAudience } from '../seed.ts'
import type { FieldProblem } from './platform.ts'
import { toProblems } from './to-problems.ts'

const daySeconds = 24 * 60 * 60
const seconds = (label: string, help: string) =>
  z
    .number('must be a whole number of seconds')
    .int('must be a whole number of seconds')
    .min(-365 * daySeconds, 'must be at most a year')
    .max(365 * daySeconds, 'must be at most a year')
    .meta({ title: label, description: help })

/** What may be said of every token, whatever the platform. */
export const commonFields = {
  audience: z
    .string('must be a text')
    .min(1, 'must not be empty')
    .max(600, 'must be at most 600 characters')
    .optional()
    .meta({ title: 'Audience', default: tokenExchangeAudience }),
  expiresInSeconds: seconds(
    'Expires in (seconds)',
    "Left out: the platform's own lifetime. Negative: expired",
  ).optional(),
  issuedSecondsAgo: seconds('Issued (seconds ago)', 'Negative: in the future').optional(),
}

const schema = z.object(commonFields)
const names = Object.keys(commonFields)

export type CommonValues = z.output<typeof schema>

/** Splits the common fields from the platform's own. */
export function readCommon(
  input: unknown,
): { values: CommonValues; rest: Record<string, unknown> } | { problems: FieldProblem[] } {
  const fields = z.record(z.string(), z.unknown(), 'The fields must be an object').safeParse(input)
  if (!fields.success) return { problems: toProblems(fields.error.issues) }
  const parsed = schema.safeParse(fields.data)
  if (!parsed.success) return { problems: toProblems(parsed.error.issues) }
  const rest = Object.entries(fields.data).filter(([name]) => !names.includes(name))
  return { values: parsed.data, rest: Object.fromEntries(rest) }
}
