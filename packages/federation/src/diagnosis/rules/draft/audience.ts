import { clouds, defaultAudience } from '../../../model/cloud.ts'
import { presetOf } from '../../../presets/list.ts'
import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import { distanceOf, quoted } from '../../letters.ts'

const exchange = Object.values(clouds).map((facts) => facts.audience)

/** The audience against cloud and platform. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
export const audienceRule: DraftRule = (draft) => {
  const { audience, cloud } = draft
  if (audience.trim() !== audience || audience === '' || audience.includes('*')) return []
  const carried = carriedBy(draft)
  if (audience === (carried ?? defaultAudience(cloud))) return []
  if (exchange.includes(audience))
    return carried === undefined ? [otherCloud(draft)] : [ofPlatform(draft, carried)]
  const several = severalIn(audience)
  if (several !== null) return [listInOne(audience, several, cloud)]
  const near = nearest(audience, cloud)
  if (near !== null) return [nearMiss(audience, near)]
  if (carried !== undefined) return [ofPlatform(draft, carried)]
  return [...notAUri(draft), notDefault(draft)]
}

/** What the platform's tokens carry by themselves; undefined where they carry what the workload asks for. */
function carriedBy({ rightIssuer, subject, audience, cloud, recognised }: DraftView): string | undefined {
  const presetId = recognised()?.presetId ?? 'other-issuer'
  const preset = presetOf(presetId)
  if (presetId === 'other-issuer' || preset.audience === undefined) return undefined
  // Some platforms write a value of the workload into the audience.
  const read = preset.recognise({ issuer: rightIssuer, subject, audiences: [audience] }, cloud)
  const carried = preset.audience(read?.fields ?? {})
  return carried === '' ? audience : carried
}

/** Values of a list that was written as one text. */
function severalIn(audience: string): readonly string[] | null {
  const values = audience.split(/[\s,;[\]"']+/).filter((value) => value !== '')
  return values.length > 1 && values.some((value) => exchange.includes(value)) ? values : null
}

function listInOne(audience: string, values: readonly string[], cloud: DraftView['cloud']): Cause {
  const usual = defaultAudience(cloud)
  const wanted = values.includes(usual) ? usual : (values.find((value) => exchange.includes(value)) ?? usual)
  return causeOf('audience-list', {
    severity: 'block',
    certainty: 'certain',
    field: 'audience',
    text: 'No token would match: a list stands in the place of one audience, and Azure compares it as a whole.',
    evidence: `Stored: ${quoted(audience)}`,
    fix: `Write ${wanted} alone; a second audience needs a second trust.`,
    action: { kind: 'set', field: 'audience', value: wanted },
  })
}

function otherCloud({ audience, cloud }: DraftView): Cause {
  const name = { public: 'the public cloud', usgov: 'the US Government cloud', china: 'the China cloud' }
  const wanted = defaultAudience(cloud)
  return causeOf('audience-other-cloud', {
    severity: 'warn',
    certainty: 'likely',
    field: 'audience',
    text: `No token likely matches: the audience is that of another Azure cloud, and the identity is in ${name[cloud]}.`,
    evidence: `Stored: ${audience} — tools of this cloud ask for ${wanted}`,
    fix: `Use the audience ${wanted} here and in the workload, which asks for the token with it.`,
    action: { kind: 'set', field: 'audience', value: wanted },
  })
}

function ofPlatform({ audience }: DraftView, carried: string): Cause {
  return causeOf('audience-of-platform', {
    severity: 'warn',
    certainty: 'likely',
    field: 'audience',
    text: `No token likely matches: tokens of this platform carry the audience ${carried} unless it was told otherwise.`,
    evidence: `Stored: ${audience} — token: ${carried}`,
    fix: `Use ${carried}, or set ${audience} as the audience at the platform.`,
    action: { kind: 'set', field: 'audience', value: carried },
  })
}

/** Spellings that are meant to be Azure's own. */
function nearest(audience: string, cloud: DraftView['cloud']): string | null {
  const bare = audience
    .replace(/\/?\.default$|\/+$/i, '')
    .replace(/^(?:api|https?):\/*/i, '')
    .toLowerCase()
  const exact = exchange.find((known) => known.slice('api://'.length).toLowerCase() === bare)
  if (exact !== undefined) return exact
  const typed = audience.toLowerCase()
  const near = exchange.find((known) => distanceOf(typed, known.toLowerCase(), 2) <= 2)
  return near === undefined ? null : defaultAudience(cloud)
}

function nearMiss(audience: string, wanted: string): Cause {
  return causeOf('audience-near-miss', {
    severity: 'block',
    certainty: 'likely',
    field: 'audience',
    text: 'No token likely matches: the audience is almost the one of the token exchange, and Azure compares every character.',
    evidence: `Stored: ${audience} — usual: ${wanted}`,
    fix: `Write ${wanted}`,
    action: { kind: 'set', field: 'audience', value: wanted },
  })
}

/** Azure takes it. https://github.com/hashicorp/terraform-provider-azuread/pull/808 */
function notAUri({ audience }: DraftView): Cause[] {
  if (/^[a-z][a-z0-9+.-]*:\S+$/i.test(audience)) return []
  return [
    causeOf('audience-not-a-uri', {
      severity: 'warn',
      certainty: 'possible',
      field: 'audience',
      text: 'Azure accepts this audience, but it is no URI, and some tools refuse such ones.',
      evidence: `Audience: ${audience}`,
      fix: 'Keep it if the workload asks for exactly this audience.',
    }),
  ]
}

/** Audiences of access tokens, which the exchange gives and does not take. */
const resources =
  /^https:\/\/(?:management|graph|vault|storage|database)\.|^https:\/\/management\.core\.|\.default$/

function notDefault({ audience, cloud }: DraftView): Cause {
  const isResource = resources.test(audience)
  return causeOf('audience-not-default', {
    severity: isResource ? 'warn' : 'info',
    certainty: isResource ? 'likely' : 'possible',
    field: 'audience',
    text: isResource
      ? 'No token likely matches: this is the audience of an access token, which the workload gets, and not of the token that it presents.'
      : 'The workload must ask for exactly this audience: Azure’s own tools ask for another one by default.',
    evidence: `Stored: ${audience} — default: ${defaultAudience(cloud)}`,
    fix: `Set the same audience in the workload and at its platform, or use ${defaultAudience(cloud)}.`,
  })
}
