import type { EmulatorRequest } from '../kernel/operation.ts'
import { tokenExchangeAudience } from '../seed.ts'
import { outsideIssuers } from './issuer-catalogue.ts'
import { valuesFromSubject } from './sample-forms.ts'

/** What the page's query asks for: `issuer`, `subject` and `audience` of the token wanted. */
export function readSampleRequest({ path, query }: EmulatorRequest) {
  const wantedIssuer = query.get('issuer') ?? ''
  const wantedSubject = query.get('subject') ?? ''
  const audience = query.get('audience') ?? ''
  const issuer = Object.values(outsideIssuers).find((each) => each.issuer === wantedIssuer)
  const parsed = issuer && valuesFromSubject(issuer.id, wantedSubject, audience)
  return {
    wantedIssuer,
    wantedSubject,
    issuer,
    understood: parsed !== undefined,
    values: parsed ?? { audience: audience === '' ? tokenExchangeAudience : audience },
    action: `${path}?${query.toString()}`,
  }
}
