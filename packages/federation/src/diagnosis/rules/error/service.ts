import type { Cause } from '../../cause.ts'
import type { ErrorRule } from '../../error/error-case.ts'
import { type WriteAnswer, writeFailureOf } from '../../write/write-failure.ts'

/** Longest part of a text that is taken for the answer of a service. */
const longest = 8000

/** Answers of Entra's token endpoint are no answers to a write. */
const tokenEndpoint = /\/oauth2\/(?:v2\.0\/)?token/i

/** What a text about trusts holds, and one about other resources does not. */
const aboutTrusts =
  /federated[ _-]?identity|federatedIdentityCredential|userAssignedIdentities|Microsoft\.ManagedIdentity|azuread_application|\/applications[/(]|ApplicationsClient|FederatedCredential/i

/** Answers that any resource may give: they are about a trust only where the text speaks of one. */
const general: readonly Cause['code'][] = [
  'write-permission',
  'parent-missing',
  'throttled',
  'sign-in-blocked',
  'service-failed',
  'changed-meanwhile',
  'write-locked',
  'write-blocked-by-policy',
  'provider-not-registered',
  'name-immutable',
  'expression-refused',
]

/** An answer of Azure Resource Manager or Graph to a write of a trust. */
export const service: ErrorRule = ({ failure }) => {
  if (tokenEndpoint.test(failure.line)) return null
  const answer = answerIn(failure.line)
  const cause = writeFailureOf(answer)
  if (cause === null) return null
  const isAbout = aboutTrusts.test(failure.line) && !isOtherAction(failure.line)
  const isBare =
    failure.line.length < 200 && !/perform action|subscriptions? .{0,60}found/i.test(failure.line)
  if (general.includes(cause.code) && !isAbout && !isBare) return null
  return { phase: cause.code === 'sign-in-blocked' ? 'sign-in' : 'write', causes: [cause] }
}

/** The message names an action on something else, such as what the workload came to do. */
function isOtherAction(line: string): boolean {
  const action = /perform action '([^']{1,200})'/i.exec(line)?.[1]
  return action !== undefined && !/ManagedIdentity\/|federatedIdentityCredentials/i.test(action)
}

function answerIn(line: string): WriteAnswer {
  const start = line.search(
    /"code"|Code=|Concurrent|federated|unexpected status|Authorization|Request_|TooManyRequests|\bstatus ?(?:code)?\b/i,
  )
  const from = line.length <= longest || start < 0 ? 0 : Math.max(0, start - 500)
  const message = line.slice(from, from + longest)
  const status =
    /(?:status ?(?:code)?["']?\s?[:=(]?\s?["']?|HTTP(?:\/\d(?:\.\d)?)? ?(?:status )?(?:code )?:? ?|^\s?)([45]\d\d)\b/i.exec(
      message,
    )?.[1] ??
    /\b(4\d\d|5\d\d) (?:Conflict|Forbidden|Too Many Requests|Bad Request|Not Found|Method Not Allowed|Unauthorized|Precondition Failed)\b/i.exec(
      message,
    )?.[1]
  return { message, ...(status === undefined ? {} : { status: Number(status) }) }
}
