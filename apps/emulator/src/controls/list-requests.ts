import { z } from 'zod'
import { explainIssues } from '../kernel/explain-issues.ts'
import type { Operation } from '../kernel/operation.ts'
import { badControl, controlAnswer } from './read-control.ts'

const wanted = z.strictObject({
  since: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
})

export const listRequests: Operation = {
  id: 'controls/list-requests',
  method: 'GET',
  path: '/_emulator/requests',
  summary:
    'The last 1,000 requests, newest first: time, method, path, operation, caller, status; never queries, bodies or tokens',
  source: 'the emulator itself',
  handle: ({ query }, world) => {
    const parsed = wanted.safeParse(Object.fromEntries(query), { reportInput: true })
    if (!parsed.success) return badControl(`${explainIssues(parsed.error)}.`)
    const { since, limit } = parsed.data
    return controlAnswer({ value: world.requests.newest({ since, limit }) })
  },
}
