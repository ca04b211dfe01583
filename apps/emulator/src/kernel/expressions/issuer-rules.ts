import type { Reality } from '../reality.ts'
import type { ExpressionOperator, ExpressionTerm } from './parse-expression.ts'

/** What an expression may and must say of one issuer's tokens. */
export interface IssuerRules {
  /** Claims that may be named, with the operators each takes. */
  claims: Readonly<Record<string, readonly ExpressionOperator[]>>
  /** Whether everything is pinned that has to be. */
  pinned: (terms: readonly ExpressionTerm[]) => boolean
}

type GitlabRule = Reality['gitlabRequiredClaims']

const both = ['eq', 'matches'] as const
const exact = ['eq'] as const
const gitlabHosts = /^https:\/\/gitlab\.(?:com|[^./]+\.com|[^./]+\.ca)$/
const terraformHosts = ['https://app.terraform.io', 'https://app.eu.terraform.io']

const github: IssuerRules = {
  claims: { sub: both, job_workflow_ref: both, repository_id: exact, repository_owner_id: exact },
  pinned: (terms) => names(terms, 'sub') && names(terms, 'repository_id', 'repository_owner_id'),
}

const terraform: IssuerRules = { claims: { sub: both }, pinned: (terms) => names(terms, 'sub') }

/** Two pages of Microsoft's disagree on GitLab: `rule` chooses. */
function gitlab(rule: GitlabRule): IssuerRules {
  return {
    claims: { sub: both, project_id: exact, namespace_id: exact, user_id: exact },
    pinned: (terms) => {
      if (!names(terms, 'sub')) return false
      if (terms.some(({ claim, comparand }) => claim === 'sub' && comparand.startsWith('project_id:')))
        return true
      return rule === 'projectId'
        ? names(terms, 'project_id')
        : names(terms, 'project_id', 'namespace_id', 'user_id')
    },
  }
}

/**
 * Rules of the issuers that may be used with expressions; undefined for every other one.
 * https://learn.microsoft.com/entra/workload-id/workload-identities-set-up-flexible-federated-identity-credential
 */
export function rulesOfIssuer(issuer: string, gitlabRule: GitlabRule): IssuerRules | undefined {
  if (issuer === 'https://token.actions.githubusercontent.com') return github
  if (gitlabHosts.test(issuer)) return gitlab(gitlabRule)
  return terraformHosts.includes(issuer) ? terraform : undefined
}

function names(terms: readonly ExpressionTerm[], ...claims: string[]): boolean {
  return terms.some(({ claim }) => claims.includes(claim))
}
