import { contextOf, readGithubSubject } from '../../diagnosis/github-subject.ts'
import { matchesPattern } from '../../expressions/match-pattern.ts'
import type { ExpressionTerm } from '../../expressions/expression.ts'
import { parseExpression } from '../../expressions/parse-expression.ts'
import { canWrite, writesByName } from '../access-view.ts'
import { gapOf, valueOf } from '../facts/fact.ts'
import type { FindingParent, FindingTrust } from '../facts/inventory.ts'
import { fixOf, type TrustRule } from '../rule.ts'
import { deadCauses } from '../dead-causes.ts'

/** https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims */
export const pullRequestWrite: TrustRule = {
  id: 'pull-request-write',
  about: 'trust',
  title: 'Pull requests can write',
  severity: 'high',
  because:
    'The subject of a pull request names no branch and no author, so that code which nobody reviewed writes.',
  needs: 'The roles of the identity in Azure, its permissions and its directory roles.',
  remedy: 'Give pull requests an identity that only reads, and deployments an environment with reviewers.',
  judge(trustCase) {
    const { trust, platform, parent, repository } = trustCase
    if (platform !== 'github' || !isForPullRequests(trust)) return null
    if (deadCauses(trustCase).length > 0) return null
    if (parent === null) return { gap: 'not-read' }
    const { named, isUnsure } = writingAccessOf(parent)
    if (named.length === 0) {
      const missing = gapOf(parent.roles, parent.appRoles, parent.directoryRoles)
      if (missing !== null) return { gap: missing }
      return isUnsure ? { gap: 'not-told' } : null
    }
    const isPublic = repository?.known === true && repository.value.visibility === 'public'
    return {
      text: `Whoever opens a pull request can write before anybody reviews it: ${named[0] ?? ''}${named.length > 1 ? ' and more' : ''}.`,
      evidence: `${trust.expression ?? trust.subject ?? ''} — ${named.slice(0, 5).join(' · ')}`,
      fix: fixOf(
        'Give pull requests an identity of their own that only reads, or make the trust for an environment with reviewers.',
      ),
      news: [...named, ...(isPublic ? ['public'] : [])],
      ...(isPublic
        ? {
            severity: 'critical',
            because: 'The repository is public, so that anybody can open a pull request.',
          }
        : {}),
    }
  },
}

function isForPullRequests({ subject, expression }: FindingTrust): boolean {
  if (expression === null) return contextOf(readGithubSubject(subject ?? ''))?.key === 'pull_request'
  const terms = parseExpression(expression).expression?.terms ?? []
  const subjects = terms.filter(({ claim }) => claim === 'sub')
  return subjects.length > 0 && subjects.every(fitsPullRequest)
}

/** Whether it fits `repo:OWNER/REPOSITORY:pull_request` of any owner and repository that it leaves open. */
function fitsPullRequest({ operator, comparand }: ExpressionTerm): boolean {
  const [, repository = '', rest] = /^repo:([^:]*)(?::(.*))?$/s.exec(comparand) ?? []
  if (operator === 'eq') return rest === 'pull_request'
  if (rest !== undefined) return matchesPattern(rest, 'pull_request')
  const all = repository === '' && !comparand.startsWith('repo:') ? comparand : repository
  const end = all.slice(all.lastIndexOf('*') + 1)
  return all.includes('*') && ':pull_request'.endsWith(end)
}

/** Directory Readers only read; every other directory role counts. */
function writingAccessOf({ roles, appRoles, directoryRoles }: FindingParent) {
  const ofAzure = (valueOf(roles) ?? []).map((role) => ({
    writes: canWrite(role),
    words: `${role.roleName ?? `role ${role.roleDefinitionId.slice(-36)}`} at ${role.scope}`,
  }))
  const ofApis = (valueOf(appRoles) ?? []).map((permission) => ({
    writes: writesByName(permission),
    words: `${permission.value ?? 'a permission'} (${permission.resourceName})`,
  }))
  const ofDirectory = (valueOf(directoryRoles) ?? []).map(({ displayName, roleTemplateId }) => ({
    writes: roleTemplateId.toLowerCase() !== '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
    words: displayName,
  }))
  const all = [...ofAzure, ...ofApis, ...ofDirectory]
  return {
    named: all.filter(({ writes }) => writes === true).map(({ words }) => words),
    isUnsure: all.some(({ writes }) => writes === null),
  }
}
