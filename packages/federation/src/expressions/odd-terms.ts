import { holdsUnseen } from '@trustwright/shared-schemas'
import type { Warning } from '../model/warning.ts'
import type { Expression, ExpressionTerm } from './expression.ts'
import { expressionWarning } from './expression-warning.ts'

/** Terms that Azure would store and that no token of this platform could satisfy. `platform`: as `expressionIssuers` names it. */
export function oddTerms(platform: string, { terms }: Expression): readonly Warning[] {
  return [
    ...terms.flatMap((term) => [...unseen(term), ...noId(term), ...notWritten(platform, term)]),
    ...contradictions(terms),
  ]
}

function unseen({ claim, comparand }: ExpressionTerm): Warning[] {
  if (comparand !== comparand.trim()) {
    return [never(`The text of ${claim} starts or ends with white space`, 'Remove it.')]
  }
  if (!holdsUnseen(comparand) && !/\p{Cc}/u.test(comparand)) return []
  return [
    never(`The text of ${claim} holds a character that cannot be seen, as pasted text may`, 'Type it anew.'),
  ]
}

/** IDs of GitHub and GitLab. */
function noId({ claim, operator, comparand }: ExpressionTerm): Warning[] {
  if (!claim.endsWith('_id') || operator !== 'eq' || /^[1-9][0-9]*$/.test(comparand)) return []
  return [never(`${claim} is a number, not ${comparand}`, 'Copy the number from the platform.')]
}

/** https://docs.github.com/en/actions/reference/security/oidc, https://docs.gitlab.com/ci/secrets/id_token_authentication/ */
function notWritten(platform: string, { claim, comparand }: ExpressionTerm): Warning[] {
  if (claim !== 'sub') return []
  if (platform === 'GitHub' && comparand.endsWith(':pull-request')) {
    return [never('GitHub writes pull_request with an underscore', 'Write pull_request.')]
  }
  if (platform === 'GitLab' && /:ref:refs\/(?:heads|tags)\//.test(comparand)) {
    return [never('GitLab writes the ref without refs/heads/ or refs/tags/', 'Remove it.')]
  }
  return []
}

function contradictions(terms: readonly ExpressionTerm[]): Warning[] {
  const exact = terms.filter(({ operator }) => operator === 'eq')
  const twice = exact.find(({ claim, comparand }) =>
    exact.some((other) => other.claim === claim && other.comparand !== comparand),
  )
  if (twice === undefined) return []
  return [never(`Two terms ask for different values of ${twice.claim}`, 'Make one trust for each value.')]
}

function never(why: string, fix: string): Warning {
  return expressionWarning('expression-claim', 'block', `${why}, so no token would ever match.`, fix)
}
