import { type Cloud, cloudNames, clouds } from '../../../model/cloud.ts'
import type { Cause } from '../../cause.ts'
import type { CauseCode } from '../../codes.ts'
import { distanceOf } from '../../letters.ts'
import type { Pair } from '../../claims/pair.ts'
import { pairCause, shown } from '../../claims/pair-cause.ts'

interface Words {
  readonly code: CauseCode
  readonly text: string
  readonly fix: string
}

const cloudTitles = { public: 'the public cloud', usgov: 'US Government', china: 'China' } as const

/** Why the audiences of a pair differ; nothing when they do not. */
export function audienceCauses(pair: Pair): readonly Cause[] {
  const { audience, context } = pair
  if (audience === null) return []
  const { code, text, fix } = wordsOf(audience.stored, audience.presented, context.cloud)
  return [
    pairCause(pair, 'audience', code, {
      text: `No token matches: ${text}`,
      fix,
      ...(context.cloud === undefined
        ? {}
        : { evidence: `Cloud of the identity: ${cloudTitles[context.cloud]}` }),
    }),
  ]
}

function wordsOf(stored: string, token: string, cloud: Cloud | undefined): Words {
  if (token === '') {
    return {
      code: 'audience-differs',
      text: 'the token has no audience (aud).',
      fix: `Ask the platform for a token with the audience ${shown(stored)}.`,
    }
  }
  if (stored === '') {
    return {
      code: 'audience-differs',
      text: 'the trust has no audience.',
      fix: `Store exactly one audience: ${token}.`,
    }
  }
  const [trustCloud, tokenCloud] = [cloudOf(stored), cloudOf(token)]
  if (trustCloud !== null && tokenCloud !== null && trustCloud !== tokenCloud) {
    return {
      code: 'audience-other-cloud',
      text: `the token was asked for with the audience of ${cloudTitles[tokenCloud]}, and the trust has that of ${cloudTitles[trustCloud]}.`,
      fix:
        cloud === tokenCloud
          ? `Store ${token}: the identity lives in ${cloudTitles[tokenCloud]}.`
          : `Ask for the token with ${stored} (azure/login: audience; Terraform: pass your own ID token), as the cloud of the identity needs it.`,
    }
  }
  const near = nearWords(stored, token)
  if (near !== null) return near
  const platform = platformWords(token)
  return {
    code: platform === null ? 'audience-differs' : 'audience-of-platform',
    text: `the token’s audience is ${shown(token)}${platform === null ? '' : `, ${platform}`}, and the trust has ${shown(stored)}.`,
    fix: `Ask the platform for a token with the audience ${shown(stored)}, or store the token’s: the same value has to stand in both places.`,
  }
}

function nearWords(stored: string, token: string): Words | null {
  const [a, b] = [bare(stored), bare(token)]
  const isNear = a === b || (a.length > 8 && distanceOf(a, b, 2) <= 2)
  if (!isNear) return null
  const isCase = stored.toLowerCase() === token.toLowerCase()
  return {
    code: 'audience-near-miss',
    text: `the audience ${isCase ? 'differs in letter case' : 'is spelled in another way'}: the token has ${token}, the trust ${stored}.`,
    fix: 'Write the same audience in both places, to the letter.',
  }
}

/** What tokens carry when nobody asked for an audience. */
function platformWords(audience: string): string | null {
  if (/^https:\/\/github\.com\/[^/]+$/.test(audience)) {
    return 'GitHub’s default, since the workflow asked for none'
  }
  if (/^https?:\/\/kubernetes\.default|\.svc(?:\.cluster\.local)?$/.test(audience)) {
    return 'that of the cluster’s own API server: the projected token was made without an audience'
  }
  if (/^https:\/\/(?:management\.(?:azure|core\.windows)|graph\.microsoft|vault\.azure)/.test(audience)) {
    return 'that of a service of Azure: this is an access token, not a token to be exchanged'
  }
  if (audience === 'api://AKSIdentityBinding') return 'that of an AKS identity binding'
  if (/^(?:sts\.amazonaws\.com|https:\/\/iam\.googleapis\.com\/.*)$/.test(audience))
    return 'that of another cloud provider'
  return null
}

function cloudOf(audience: string) {
  return cloudNames.find((cloud) => clouds[cloud].audience === audience) ?? null
}

function bare(audience: string): string {
  return audience
    .trim()
    .toLowerCase()
    .replace(/\.?\/\.?default$/, '')
    .replace(/^(?:api|https?):\/\/?/, '')
    .replace(/\/$/, '')
}
