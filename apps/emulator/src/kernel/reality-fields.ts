import { z } from 'zod'
import { azureReality, type Reality } from './reality.ts'

const hour = 60 * 60_000
const milliseconds = (most: number) => z.number().int().min(0).max(most)

/** What each switch may be set to. */
export const realitySchemas = {
  throttleScale: z.number().min(0).max(1_000_000),
  throttleBurstSeconds: z.number().min(1).max(86_400),
  graphTenantSize: z.enum(['small', 'medium', 'large']),
  latencyMs: milliseconds(60_000),
  armVisibilityMs: milliseconds(hour),
  graphVisibilityMs: milliseconds(hour),
  parentVisibilityMs: milliseconds(hour),
  propagationMs: milliseconds(hour),
  issuerKeyCacheMs: milliseconds(24 * hour),
  slowIssuerMs: milliseconds(hour),
  claimsChallenge: z.enum(['off', 'continuousAccess', 'multifactorOnWrites']),
  expressionsOnApplications: z.boolean(),
  expressionsOnManagedIdentities: z.boolean(),
  gitlabRequiredClaims: z.enum(['anyId', 'projectId']),
  brokenCredentialList: z.boolean(),
  credentialFilters: z.enum(['served', 'refused', 'applicationsOnly']),
  signInLogLicence: z.boolean(),
  refusedIssuers: z.array(z.string().min(1).max(600)).max(100),
} satisfies { [Name in keyof Reality]: z.ZodType<Reality[Name]> }

/** Label and one sentence of help, for the page and for `docs/emulator.md`. */
export const realityTexts: { [Name in keyof Reality]: { label: string; help: string } } = {
  throttleScale: {
    label: 'Rate limits',
    help: 'Times the published limits: 1 is Azure, 10 allows ten times as much, 0 never throttles.',
  },
  throttleBurstSeconds: {
    label: 'Burst of a resource provider, s',
    help: 'Seconds of its rate that may be used at once; Azure publishes the rate alone.',
  },
  graphTenantSize: {
    label: 'Size of the tenant for Graph',
    help: 'Graph limits a small tenant (under 50 users) sooner than a large one (over 500).',
  },
  latencyMs: {
    label: 'Latency, ms',
    help: 'Every answer of Entra, ARM, Graph and the issuers waits this long.',
  },
  armVisibilityMs: {
    label: 'ARM sees its writes after, ms',
    help: 'Until then a new resource is not found, and a deleted one still is.',
  },
  graphVisibilityMs: {
    label: 'Graph sees its writes after, ms',
    help: 'Until then a new object is not found, and a deleted one still is.',
  },
  parentVisibilityMs: {
    label: 'A new parent takes trusts after, ms',
    help: 'Until then a trust on an identity or application just made is refused: its parent is not found.',
  },
  propagationMs: {
    label: 'Sign-in hears of a trust after, ms',
    help: 'Until then the token exchange answers now with the trust as it was, now with the new one.',
  },
  issuerKeyCacheMs: {
    label: 'Keys of issuers are kept, ms',
    help: 'How long Entra uses the keys it once fetched from an outside issuer.',
  },
  slowIssuerMs: {
    label: 'The slow issuer answers after, ms',
    help: 'One of the issuers that are broken on purpose; Entra gives up after 10 seconds.',
  },
  claimsChallenge: {
    label: 'Claims challenge',
    help: 'Continuous access: a token of an ended sign-in is sent back with a challenge. Multifactor: ARM writes of people want a second factor.',
  },
  expressionsOnApplications: {
    label: 'Flexible expressions on applications',
    help: 'Off: Graph beta refuses every claims matching expression, and those that are stored let nobody in.',
  },
  expressionsOnManagedIdentities: {
    label: 'Flexible expressions on managed identities',
    help: 'On: preview versions of ARM take a claims matching expression.',
  },
  gitlabRequiredClaims: {
    label: 'Claims that a GitLab expression must pin',
    help: 'Two pages of Microsoft disagree: one of the id claims, or project_id.',
  },
  brokenCredentialList: {
    label: 'Graph v1.0 breaks off lists',
    help: 'On: a list of trusts stops in the middle at a flexible one, as it did in 2024.',
  },
  credentialFilters: {
    label: 'Graph filters by trusts',
    help: 'Refused: 400 for every filter on federatedIdentityCredentials. Applications only: lists of service principals leave out the trusts of managed identities.',
  },
  signInLogLicence: {
    label: 'Licence for the sign-in log',
    help: 'Off: a tenant without Entra ID P1, whose sign-in log Graph shows nobody.',
  },
  refusedIssuers: {
    label: 'Issuers refused by tenant policy',
    help: 'New trusts with one of these issuers are refused; one a line.',
  },
}

/** `PATCH /_emulator/reality`: some or all of the switches. */
export const realityPatch = z.strictObject(realitySchemas).partial()

export const realityNames = Object.keys(azureReality) as (keyof Reality)[]

/** `throttleScale` is `EMULATOR_THROTTLE_SCALE` in the environment. */
export function realityVariable(name: keyof Reality): string {
  return `EMULATOR_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
}

/**
 * A switch as text, as an environment variable or a form says it: a list has commas or lines between its parts. Gives
 * what the schema then judges.
 */
export function readRealityText(name: keyof Reality, text: string): unknown {
  const present = azureReality[name]
  if (typeof present === 'number') return text.trim() === '' ? Number.NaN : Number(text)
  if (typeof present === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  if (typeof present === 'string') return text
  return text
    .split(/[\n,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
