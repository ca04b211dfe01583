import type { Operation } from '../kernel/operation.ts'
import { brokenIssuers } from '../seed-broken-issuers.ts'
import { aliases } from './catalogue.ts'
import { platforms } from './platform-list.ts'

export const listIssuers: Operation = {
  id: 'issuers/list-issuers',
  method: 'GET',
  path: '/issuers',
  summary: 'The catalogue of outside issuers, each with the fields that its tokens are minted from',
  source: 'the emulator itself',
  handle: (_request, world) => ({
    status: 200,
    body: {
      value: platforms.map((platform) => ({
        id: platform.id,
        aliases: Object.keys(aliases).filter((alias) => aliases[alias] === platform.id),
        title: platform.title,
        issuer: platform.issuer,
        standardIssuer: platform.standardIssuer,
        discovery: `${platform.standardIssuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        keys: platform.keysAddress(platform.standardIssuer),
        subject: platform.subject,
        ...(platform.fixedAudience ? { fixedAudience: platform.fixedAudience } : {}),
        fields: platform.fields,
        example: platform.example,
        mint: `${world.settings.browserOrigin}/issuers/${platform.id}/token`,
        source: platform.source,
      })),
      brokenOnPurpose: Object.values(brokenIssuers).map(({ id, issuer, what, aadsts }) => ({
        id,
        issuer,
        what,
        aadsts,
      })),
    },
  }),
}
