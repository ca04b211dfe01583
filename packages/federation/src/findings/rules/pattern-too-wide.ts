import { expressionIssuerOf } from '../../expressions/expression-issuers.ts'
import { parseExpression } from '../../expressions/parse-expression.ts'
import { fixedStart, type Reach, reachOf } from '../../expressions/reach.ts'
import type { Warning } from '../../model/warning.ts'
import { presetOf } from '../../presets/list.ts'
import type { FindingSeverity } from '../finding.ts'
import { fixOf, type Hit, type Outcome, type TrustRule } from '../rule.ts'
import type { TrustCase } from '../trust-case.ts'

/** https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials */
export const patternTooWide: TrustRule = {
  id: 'pattern-too-wide',
  about: 'trust',
  title: 'It lets in more than one workload',
  severity: 'high',
  because: 'Workloads that nobody had in mind, also ones made later, sign in as this identity.',
  needs: 'The stored values.',
  remedy:
    'Name the owner, the workload and the branch, tag or environment; list the workloads where they are few.',
  yieldsTo: ['cannot-match', 'dead-twin'],
  judge(trustCase) {
    const { expression, issuer } = trustCase.trust
    return expression === null ? bySubject(trustCase) : byExpression(issuer, expression)
  },
}

/** What a pattern of an unknown issuer or language reaches is not known. */
function byExpression(issuer: string, text: string): Outcome {
  const { expression } = parseExpression(text)
  if (expression === null || expressionIssuerOf(issuer) === null) return { gap: 'not-told' }
  const reach = reachOf(issuer, expression)
  if (reach.breadth === 'anyone') return wide(text, reach, 'critical', 'Strangers get in.')
  if (reach.breadth === 'whole-owner') return wide(text, reach, 'high')
  const subjects = expression.terms.filter(({ claim }) => claim === 'sub').map(fixedStart)
  if (reach.breadth === 'one' || !subjects.every(isAnyRef)) return null
  return wide(text, anyRef, 'medium', 'Only people who may push to the repository or project can use it.')
}

const anyRef = {
  text: 'It lets in every branch or tag of the repository or project, also ones that anybody with push rights makes.',
  fix: 'Name a branch, or an environment whose rules say which branches may use it.',
}

/** Whether the start leaves the ref open: nothing behind the workload, or no more than `ref:refs/heads/`. */
function isAnyRef(start: string): boolean {
  const rest =
    /^repo:[^/:]+\/[^/:]+:(.*)$/s.exec(start)?.[1] ??
    /^project_(?:path|id):[^:]+:(.*)$/s.exec(start)?.[1] ??
    ''
  return ['ref:refs/heads/', 'ref:refs/tags/', 'ref_type:branch:ref:', 'ref_type:tag:ref:'].some((open) =>
    open.startsWith(rest),
  )
}

function wide(
  text: string,
  reach: Pick<Reach, 'text' | 'fix'>,
  severity: FindingSeverity,
  why?: string,
): Hit {
  return {
    text: reach.text,
    evidence: text,
    fix: fixOf(reach.fix.endsWith('.') ? reach.fix : `${reach.fix}.`),
    news: [],
    severity,
    ...(why === undefined ? {} : { because: why }),
  }
}

const wideCodes: readonly Warning['code'][] = ['wide-reach', 'whole-organization', 'any-branch']

/** Exact subjects that many workloads carry, as the platform’s own form says. */
function bySubject({ recognised, trust, platform }: TrustCase): Hit | null {
  if (platform === 'cluster' || isPlainRun(trust.subject ?? '')) return null
  const read = recognised()
  if (read === null || read.presetId === 'other-issuer') return null
  const { refusals, warnings } = presetOf(read.presetId)
  if (refusals(read.fields).length > 0) return null
  const found = warnings(read.fields).find(({ code }) => wideCodes.includes(code))
  if (found === undefined) return null
  return {
    text: found.text,
    evidence: trust.subject ?? '',
    fix: fixOf(found.fix),
    news: [found.code],
    ...weightOf(found, trust.subject ?? ''),
  }
}

/** A branch, tag, environment or pull request of one repository: most trusts are so, and no form calls them wide. */
function isPlainRun(subject: string): boolean {
  return /^repo:[^/:]+\/[^/:]+:(?:environment:[^:]+|ref:refs\/(?:heads|tags)\/[^:]+|pull_request)$/.test(
    subject,
  )
}

function weightOf({ code, severity }: Warning, subject: string): Pick<Hit, 'severity' | 'because'> {
  if (severity === 'block') return { severity: 'critical', because: 'Strangers get in.' }
  const isOwner = code === 'whole-organization' || /^repository_owner(?:_id)?:[^:]+$/.test(subject)
  if (isOwner)
    return { severity: 'high', because: 'Every project of the owner gets in, also ones made later.' }
  return { severity: 'medium', because: 'Only people who may run the workload can use it.' }
}
