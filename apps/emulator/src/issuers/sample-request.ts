import type { EmulatorRequest } from '../kernel/operation.ts'
import type { World } from '../kernel/world.ts'
import { findPlatform, isCatalogueHost, platformsOfIssuer } from './catalogue.ts'
import type { Platform } from './platform.ts'
import { valuesFromSubject } from './sample-forms.ts'

/**
 * What the page's query asks for: `issuer`, `subject` and `audience` of the token wanted, and `platform` where several share
 * the issuer; else the subject tells.
 */
export function readSampleRequest({ path, query }: EmulatorRequest, world: World) {
  const wantedIssuer = query.get('issuer') ?? ''
  const wantedSubject = query.get('subject') ?? ''
  const audience = query.get('audience') ?? ''
  const candidates = [...rawPlatform(wantedIssuer, query), ...platformsOfIssuer(wantedIssuer, world)]
  const platform =
    candidates.find(({ id }) => id === query.get('platform')) ??
    candidates.find((each) => each.fieldsOfSubject(wantedSubject) !== undefined) ??
    candidates[0]
  const common = { wantedIssuer, wantedSubject, action: `${path}?${query.toString()}` }
  if (!platform) return { ...common, platform }
  return {
    ...common,
    platform,
    issuerFields: platform.fieldsOfIssuer(wantedIssuer, world) ?? { issuer: wantedIssuer },
    ...valuesFromSubject(platform, wantedSubject, audience),
  }
}

/** Any subject under another platform's issuer, when it is asked for by name. */
function rawPlatform(issuer: string, query: URLSearchParams): Platform[] {
  const wanted = query.get('platform') === 'generic' && URL.canParse(issuer)
  const generic = wanted && isCatalogueHost(new URL(issuer).hostname) ? findPlatform('generic') : undefined
  return generic ? [generic] : []
}
