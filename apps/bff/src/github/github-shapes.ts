import type { GithubEnvironment } from '@trustwright/shared-schemas'
import * as z from 'zod'
import type { FoundRepository, SubjectTemplate } from '../github-port.ts'

/** https://docs.github.com/rest/repos/repos#get-a-repository; older servers leave fields out. */
export const Repository = z.looseObject({
  id: z.int().nullish(),
  name: z.string(),
  owner: z.looseObject({ login: z.string(), id: z.int().nullish(), type: z.string().nullish() }),
  private: z.boolean().nullish(),
  visibility: z.string().nullish(),
  created_at: z.string().nullish(),
  default_branch: z.string().nullish(),
  archived: z.boolean().nullish(),
  html_url: z.string().nullish(),
})

export function toRepository(found: z.output<typeof Repository>, webUrl: string): FoundRepository {
  const { owner, name } = found
  const page = found.html_url?.startsWith('https://') ? found.html_url : null
  return {
    owner: owner.login,
    name,
    ownerId: owner.id ?? null,
    ownerType: owner.type ?? null,
    repositoryId: found.id ?? null,
    createdAt: toTime(found.created_at),
    defaultBranch: found.default_branch ?? null,
    visibility: toVisibility(found),
    archived: found.archived ?? null,
    webUrl: page ?? `${webUrl}/${owner.login}/${name}`,
  }
}

function toTime(text: string | null | undefined): string | null {
  const at = Date.parse(text ?? '')
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

/** `private` alone does not tell private from internal. */
function toVisibility(found: z.output<typeof Repository>): FoundRepository['visibility'] {
  const { visibility } = found
  if (visibility === 'public' || visibility === 'private' || visibility === 'internal') return visibility
  return found.private === false ? 'public' : null
}

/**
 * `use_immutable_subject` and `sub_claim_prefix` are answered, but not in the reference yet.
 * https://docs.github.com/rest/actions/oidc
 */
export const Template = z.looseObject({
  use_default: z.boolean(),
  include_claim_keys: z.array(z.string()).nullish(),
  use_immutable_subject: z.boolean().nullish(),
  sub_claim_prefix: z.string().nullish(),
})

export const OrganizationTemplate = z.looseObject({ include_claim_keys: z.array(z.string()).nullish() })

export function toTemplate(found: z.output<typeof Template>): SubjectTemplate {
  const prefix = found.sub_claim_prefix ?? null
  return {
    usesDefault: found.use_default,
    claimKeys: found.use_default ? null : (found.include_claim_keys ?? null),
    prefix,
    hasIds: found.use_immutable_subject ?? idsIn(prefix),
  }
}

/** Neither part of a name can hold an `@`. */
function idsIn(prefix: string | null): boolean | null {
  if (prefix === null) return null
  if (/^repo:[^/@:]+@\d+\/[^/@:]+@\d+$/.test(prefix)) return true
  return /^repo:[^/@:]+\/[^/@:]+$/.test(prefix) ? false : null
}

/** https://docs.github.com/rest/deployments/environments#list-environments */
const Environment = z.looseObject({
  name: z.string(),
  protection_rules: z.array(z.looseObject({ type: z.string(), wait_timer: z.number().nullish() })).nullish(),
  deployment_branch_policy: z
    .looseObject({ protected_branches: z.boolean(), custom_branch_policies: z.boolean() })
    .nullish(),
})
export const Environments = z.looseObject({ environments: z.array(Environment) })

export function toEnvironment(found: z.output<typeof Environment>): GithubEnvironment {
  const { name, protection_rules: rules, deployment_branch_policy: policy } = found
  const timer = rules?.find(({ type }) => type === 'wait_timer')
  return {
    name,
    needsApproval: rules?.some(({ type }) => type === 'required_reviewers') ?? null,
    waitMinutes: rules ? Math.round(timer?.wait_timer ?? 0) : null,
    branches: toBranches(policy),
  }
}

function toBranches(
  policy: z.output<typeof Environment>['deployment_branch_policy'],
): GithubEnvironment['branches'] {
  // Null is "every branch"; left out is no word about it.
  if (policy === undefined) return null
  if (policy === null) return 'all'
  return policy.protected_branches ? 'protected' : policy.custom_branch_policies ? 'chosen' : null
}

export const Names = z.array(z.looseObject({ name: z.string() }))
export const Refs = z.array(z.looseObject({ ref: z.string() }))
