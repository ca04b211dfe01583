import type { Cloud } from '../model/cloud.ts'
import type { TrustValues } from './repair-trust.ts'

const word = '[a-z0-9](?:[a-z0-9-]{0,36}[a-z0-9])?'
const name = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,36}[A-Za-z0-9])?'
const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const github = 'https://token.actions.githubusercontent.com'
const githubRun = `(?:environment:${name}|ref:refs/(?:heads|tags)/${name}|pull_request)`
const githubSubject = new RegExp(
  `^repo:(?:${name}/${name}|${name}@[1-9]\\d{0,11}/${name}@[1-9]\\d{0,11}):${githubRun}$`,
)
const gitlab = 'https://gitlab.com'
const gitlabSubject = new RegExp(`^project_id:[1-9]\\d{0,11}:ref_type:(?:branch|tag):ref:${name}$`)
const cluster = new RegExp(`^https://[a-z0-9]{3,30}\\.oic\\.prod-aks\\.azure\\.com/${guid}/${guid}/$`)
const serviceAccount = new RegExp(`^system:serviceaccount:${word}:${word}$`)

/**
 * Whether a trust of the public cloud has one of the usual forms letter by letter, of which a check of its values alone finds nothing: most of a
 * tenant, for which the dearest part of the work is left out. False says nothing.
 */
export function isPlainlyRight(
  { issuer, subject, expression, audiences }: TrustValues,
  cloud: Cloud = 'public',
): boolean {
  if (cloud !== 'public') return false
  if (subject === null || expression !== null) return false
  if (audiences.length !== 1 || audiences[0] !== 'api://AzureADTokenExchange') return false
  if (issuer === github) return githubSubject.test(subject)
  if (issuer === gitlab) return gitlabSubject.test(subject)
  return serviceAccount.test(subject) && cluster.test(issuer)
}
