import { contextOf, readGithubSubject } from '../diagnosis/github-subject.ts'
import { platformOfIssuer, withoutEndSlashes } from '../diagnosis/platform-of.ts'
import type { FindingPolicy } from './settings.ts'
import type { FindingParent, FindingTrust } from './facts/inventory.ts'
import { type NamedWorkload, namedWorkloadOf } from './named-workload.ts'
import { fitsOne } from './fits-one.ts'

export interface PolicyRefusal {
  readonly policy: FindingPolicy
  /** What in it is refused, without a full stop. */
  readonly why: string
  /** What would be allowed, without a full stop. */
  readonly fix: string
}

/** A trust that is stored, or about to be. */
export interface GuardedTrust {
  readonly trust: Pick<FindingTrust, 'name' | 'issuer' | 'subject' | 'expression'>
  /** Null where it was not read: policies that depend on it then do not hold. */
  readonly parent: Pick<FindingParent, 'kind' | 'resourceId'> | null
  /** Object IDs of whoever creates it: their own, and those of their groups. Left out: nobody is judged. */
  readonly creator?: readonly string[] | undefined
}

interface Guarded extends GuardedTrust {
  readonly workload: NamedWorkload | null
}

/** What the portal's policies refuse of a trust, for a server to ask before a write. */
export function policyRefusals(
  policies: readonly FindingPolicy[],
  given: GuardedTrust,
): readonly PolicyRefusal[] {
  const workload = namedWorkloadOf(given.trust, platformOfIssuer(given.trust.issuer))
  return refusalsOf(policies, { ...given, workload })
}

/** The same where it is known already whom the trust names. */
export function refusalsOf(policies: readonly FindingPolicy[], guarded: Guarded): readonly PolicyRefusal[] {
  return policies
    .filter((policy) => holdsFor(policy, guarded.parent))
    .flatMap((policy) =>
      checks.flatMap((check) => {
        const found = check(policy, guarded)
        return found === null ? [] : [{ policy, ...found }]
      }),
    )
}

export function holdsFor({ parentKinds, scopes }: FindingPolicy, parent: GuardedTrust['parent']): boolean {
  if (parent === null) return parentKinds === undefined && scopes === undefined
  if (parentKinds?.includes(parent.kind) === false) return false
  return scopes === undefined || isUnder(parent.resourceId ?? '', scopes)
}

/** Resource IDs are compared without regard to letter case. */
export function isUnder(resourceId: string, scopes: readonly string[]): boolean {
  const id = `${resourceId.toLowerCase()}/`
  return scopes.some((scope) => id.startsWith(`${withoutEndSlashes(scope.toLowerCase())}/`))
}

type Check = (policy: FindingPolicy, guarded: Guarded) => Omit<PolicyRefusal, 'policy'> | null

const issuer: Check = ({ allowedIssuers }, { trust }) =>
  allowedIssuers === undefined || fitsOne(trust.issuer, allowedIssuers)
    ? null
    : { why: `the issuer ${trust.issuer} is not allowed`, fix: 'Use an allowed issuer' }

const owner: Check = ({ allowedOwners }, { workload }) => {
  if (allowedOwners === undefined || workload?.platform !== 'GitHub') return null
  const found = workload.owner?.toLowerCase()
  if (found !== undefined && allowedOwners.some((allowed) => allowed.toLowerCase() === found)) return null
  return {
    why:
      workload.owner === null
        ? 'it names no owner at GitHub'
        : `the owner ${workload.owner} at GitHub is not allowed`,
    fix: 'Use a repository of an allowed owner',
  }
}

const kind: Check = ({ forbidden = [] }, { trust, workload }) => {
  if (forbidden.includes('pattern') && trust.expression !== null) {
    return { why: 'patterns are not allowed', fix: 'Use one trust for each subject' }
  }
  if (forbidden.includes('pull-request') && isPullRequest(trust.subject ?? '')) {
    return { why: 'trusts for pull requests are not allowed', fix: 'Use an environment with reviewers' }
  }
  if (!forbidden.includes('name-based') || workload === null || workload.isPinned) return null
  return { why: 'names without IDs are not allowed', fix: 'Use the form with IDs' }
}

function isPullRequest(subject: string): boolean {
  return subject.startsWith('repo:') && contextOf(readGithubSubject(subject))?.key === 'pull_request'
}

const subject: Check = ({ forbiddenSubjects }, { trust }) =>
  trust.subject !== null && fitsOne(trust.subject, forbiddenSubjects)
    ? { why: `the subject ${trust.subject} is forbidden`, fix: 'Use another subject' }
    : null

const naming: Check = ({ names }, { trust }) =>
  names === undefined || fitsOne(trust.name, names)
    ? null
    : {
        why: `the name ${trust.name} has not the form ${names.join(' or ')}`,
        fix: 'Make it anew under a name of that form: a name cannot be changed',
      }

const creating: Check = ({ mayCreate }, { creator }) => whoRefused(mayCreate, creator)

/** Object IDs are compared without regard to letter case. */
export function whoRefused(
  mayCreate: readonly string[] | undefined,
  creator: readonly string[] | undefined,
): Omit<PolicyRefusal, 'policy'> | null {
  if (mayCreate === undefined || creator === undefined) return null
  const able = new Set(mayCreate.map((id) => id.toLowerCase()))
  if (creator.some((id) => able.has(id.toLowerCase()))) return null
  return {
    why: 'whoever creates it is not among the people and groups who may',
    fix: 'Let one of them create it',
  }
}

const checks: readonly Check[] = [creating, issuer, owner, kind, subject, naming]
