import { presetById, recognise, type PresetId, type Recognised } from '@trustwright/federation'
import { shorten } from '../../lib/shorten.ts'

/** What a sentence about a trust needs: the stored strings. `subject` is null when Azure stored none. */
export interface EffectOf {
  issuer: string
  subject: string | null
}

interface Workload {
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

/** What the trust lets happen, effect first: `Only jobs in … can sign in as id-pay-prod.` */
export function effectSentence(trust: EffectOf, identityName: string): string {
  if (trust.subject === null)
    return `Nothing can sign in as ${identityName} through this trust: it has no subject.`
  const { who, narrow } = workloadOf(trust)
  if (!narrow) return `${who} can sign in as ${identityName}.`
  return `Only ${lowerFirst(who)} can sign in as ${identityName}.`
}

/** What stops working when the trust is gone. */
export function lossSentence(trust: EffectOf, identityName: string): string {
  if (trust.subject === null) return 'Nothing stops working: a trust without a subject matches no token.'
  return `${workloadOf(trust).who} will no longer be able to sign in as ${identityName}.`
}

/** What a change of values does, or null when it does nothing. */
export function changeSentence(before: EffectOf, after: EffectOf, identityName: string): string | null {
  const was = workloadOf(before).who
  const will = workloadOf(after).who
  if (before.issuer === after.issuer && before.subject === after.subject) return null
  if (was === will) return `${will} stay named, but with other values: tokens with the old ones stop working.`
  return `${was} will no longer be able to sign in as ${identityName}. ${will} will.`
}

function workloadOf(trust: EffectOf): Workload {
  const known = recognise({ issuer: trust.issuer, subject: trust.subject })
  if (known === null) return { who: `Holders of a token with exactly this issuer and subject`, narrow: true }
  if (known.presetId === 'github-actions') return githubWorkload(known.workload, known.fields)
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

function githubWorkload(repository: string, fields: Record<string, string | undefined>): Workload {
  const { entity, environment, branch, tag } = fields
  if (entity === 'pull-request') return { who: `Jobs of any pull request of ${repository}`, narrow: false }
  const place =
    environment !== undefined
      ? `in environment ${shorten(environment, longestPlace)}`
      : branch !== undefined
        ? `on branch ${shorten(branch, longestPlace)}`
        : tag !== undefined
          ? `for tag ${shorten(tag, longestPlace)}`
          : null
  if (place === null)
    return { who: `Jobs of ${repository} whose token has exactly this subject`, narrow: true }
  return { who: `Jobs ${place} of ${repository}`, narrow: true }
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

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
