import {
  explainExpression,
  expressionIssuerOf,
  parseExpression,
  presetById,
  recognise,
  type Cloud,
  type PresetId,
  type Recognised,
} from '@trustwright/federation'
import { isFlexible, type StoredTrust } from '../trust-words.ts'
import { shorten } from '../../lib/shorten.ts'
import { githubWorkload } from './github-words.ts'

/** What a sentence about a trust needs: the stored strings. */
export type EffectOf = StoredTrust

export interface Workload {
  /** `Jobs in environment production of contoso/pay-api`. */
  who: string
  /** False where anybody outside the people who may push can start the workload. */
  narrow: boolean
}

/** Longer subjects stand in the claim strip alone; in a sentence they hide its end. */
const longestSubject = 80
const longestPlace = 60

/** Who holds the tokens of a platform, before its own words for the workload. */
const runners: Partial<Readonly<Record<PresetId, string>>> = {
  gitlab: 'Pipelines of',
  'azure-devops': 'Pipelines of',
  circleci: 'Jobs of',
  buildkite: 'Builds with',
  jenkins: 'Builds of',
  teamcity: 'Builds of',
  'octopus-deploy': 'Deployments of',
  semaphore: 'Jobs of',
  codefresh: 'Runs of',
  harness: 'Pipelines of',
  bitbucket: 'Steps of',
  'hcp-terraform': 'Runs of',
  spacelift: 'Runs of',
  'pulumi-deployments': 'Deployments of',
  scalr: 'Runs of',
  'google-cloud': 'Workloads with',
  aws: 'Workloads with',
  vercel: 'Deployments of',
  'managed-identity': 'Workloads with',
}

/** By the first word of what narrows a workload. */
const prepositions: Readonly<Record<string, string>> = {
  branch: 'on',
  tag: 'for',
  environment: 'in',
  account: 'of',
  realm: 'of',
}

/** Whom a stored trust lets in. Never throws, whatever Azure stored. */
export function workloadOf(trust: EffectOf, cloud: Cloud): Workload {
  if (isFlexible(trust)) return patternWorkload(trust.issuer, trust.expression)
  const known = recognise({ issuer: trust.issuer, subject: trust.subject }, cloud)
  if (known === null) return { who: `Holders of a token with exactly this issuer and subject`, narrow: true }
  if (known.presetId === 'github-actions') return githubWorkload(known)
  if (presetById(known.presetId).category === 'clusters')
    return clusterWorkload(known.workload, trust.subject)
  const subject = known.workload.length > longestSubject ? 'this subject' : known.workload
  if (known.presetId === 'other-issuer') return { who: `Holders of a token for ${subject}`, narrow: true }
  const who = `${runners[known.presetId] ?? 'Holders of a token for'} ${subject}${placeOf(known.qualifier)}`
  return { who, narrow: !isOpenToMany(known) }
}

/** ` on branch main`, ` (service connection x)`. */
function placeOf(qualifier: string | null): string {
  if (qualifier === null || qualifier === '') return ''
  const text = shorten(qualifier, longestPlace)
  const [first = ''] = qualifier.split(' ', 1)
  const preposition = prepositions[first]
  return preposition === undefined ? ` (${text})` : ` ${preposition} ${text}`
}

/** A pull request can come from anybody who may open one; an organization is everybody in it. */
function isOpenToMany({ presetId, fields }: Recognised): boolean {
  if (presetId === 'semaphore') return fields['refType'] === 'pr'
  return presetId === 'env-zero' || (presetId === 'harness' && fields['format'] === 'account')
}

/** https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/ */
function clusterWorkload(workload: string, subject: string | null): Workload {
  const found = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(subject ?? '')
  if (found === null) return { who: `Pods of ${workload}`, narrow: true }
  const [, namespace = '', account = ''] = found
  return {
    who: `Pods with service account ${account} in namespace ${namespace} of this cluster`,
    narrow: true,
  }
}

function patternWorkload(issuer: string, expression: string): Workload {
  const platform = expressionIssuerOf(issuer)?.name
  const who = platform === undefined ? 'Workloads' : `Workloads of ${platform}`
  const parsed = parseExpression(expression)
  const breadth = parsed.expression === null ? null : explainExpression(issuer, parsed.expression).breadth
  return {
    who: `${who} whose token fits the stored pattern`,
    narrow: breadth === 'one' || breadth === 'workload',
  }
}
