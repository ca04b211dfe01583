import type { ExpressionOperator } from './expression.ts'

/** Of these claims at least one has to stand in an expression. */
export interface RequiredClaims {
  readonly anyOf: readonly string[]
  /** `block`: Azure refuses the expression otherwise; `warn`: its documents or its behaviour disagree. */
  readonly severity: 'block' | 'warn'
  readonly why: string
  /** The requirement falls away for subjects that start so. */
  readonly exceptSubject?: string
}

/** What Azure takes in the expressions of one issuer. */
export interface ExpressionIssuer {
  readonly name: string
  readonly issuer: RegExp
  readonly claims: Readonly<Record<string, readonly ExpressionOperator[]>>
  readonly required: readonly RequiredClaims[]
  readonly docsUrl: string
  /** Day on which the facts were last compared with the documents, `YYYY-MM-DD`. */
  readonly factsAsOf: string
}

const conceptPage =
  'https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials'
const mutablePage =
  'https://learn.microsoft.com/entra/workload-id/workload-identities-federated-credential-mutable-subjects'
const either: readonly ExpressionOperator[] = ['eq', 'matches']
const equal: readonly ExpressionOperator[] = ['eq']

/** Any other issuer is refused. A preview: the list moves, so each entry has its day. */
export const expressionIssuers: readonly ExpressionIssuer[] = [
  {
    name: 'GitHub',
    issuer: /^https:\/\/token\.actions\.githubusercontent\.com$/,
    claims: { sub: either, job_workflow_ref: either, repository_id: equal, repository_owner_id: equal },
    required: [
      {
        anyOf: ['repository_id', 'repository_owner_id'],
        severity: 'block',
        why: 'Names can be renamed and taken by others, so Azure asks for an ID of the repository or of its owner.',
      },
      {
        anyOf: ['sub'],
        severity: 'warn',
        why: 'The documents ask for the subject; a test found that Azure also took an ID alone.',
      },
    ],
    docsUrl: mutablePage,
    factsAsOf: '2026-09-18',
  },
  {
    name: 'GitLab',
    issuer: /^https:\/\/gitlab(?:\.com|\.[a-z0-9.-]+\.(?:com|ca))$/,
    claims: { sub: either, project_id: equal, namespace_id: equal, user_id: equal },
    required: [
      { anyOf: ['sub'], severity: 'block', why: 'Azure asks for the subject.' },
      {
        anyOf: ['project_id', 'namespace_id', 'user_id'],
        severity: 'block',
        why: 'Paths can be renamed and taken by others, so Azure asks for an ID beside them.',
        exceptSubject: 'project_id:',
      },
      {
        anyOf: ['project_id'],
        severity: 'warn',
        why: 'The newest document asks for the ID of the project; an older one also takes that of the namespace or user.',
        exceptSubject: 'project_id:',
      },
    ],
    docsUrl: mutablePage,
    factsAsOf: '2026-09-18',
  },
  {
    name: 'HCP Terraform',
    issuer: /^https:\/\/app\.(?:eu\.)?terraform\.io$/,
    claims: { sub: either },
    required: [{ anyOf: ['sub'], severity: 'block', why: 'Azure asks for the subject.' }],
    docsUrl: conceptPage,
    factsAsOf: '2026-09-18',
  },
]

/** What Azure takes for this issuer, or null where it takes no expression at all. */
export function expressionIssuerOf(issuer: string): ExpressionIssuer | null {
  return expressionIssuers.find((known) => known.issuer.test(issuer)) ?? null
}
