import { issuerShapes } from '../../../../paste/addresses/issuer-shapes.ts'
import { presetOf } from '../../../../presets/list.ts'
import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'
import { hostOf } from '../../../claims/token-context.ts'

/** The issuer is another one and no other rule says how. */
export const issuerDiffers: PairRule = (pair) => {
  const { issuer } = pair
  if (issuer === null) return []
  if (issuer.presented === '') {
    return [
      pairCause(pair, 'issuer', 'issuer-differs', {
        text: 'No trust can match: the token has no issuer (iss).',
        fix: 'Present the token that the platform issued for this job.',
      }),
    ]
  }
  const [token, stored] = [titleOf(issuer.presented), titleOf(issuer.stored)]
  const isOtherPlatform = token !== null && stored !== null && token !== stored
  const isSameHost = hostOf(issuer.presented) !== '' && hostOf(issuer.presented) === hostOf(issuer.stored)
  return [
    pairCause(pair, 'issuer', isOtherPlatform ? 'issuer-other-platform' : 'issuer-differs', {
      text: isOtherPlatform
        ? `No token matches: it comes from ${token}, and the trust is for ${stored}.`
        : token !== null && token === stored && !isSameHost
          ? `No token matches: the trust is for another ${token} address; each region or server has an issuer of its own.`
          : isSameHost
            ? 'No token matches: the issuer has the same host as the trust’s, and another path.'
            : 'No token matches: no trust of this identity has the issuer of the token.',
      fix: isSameHost
        ? 'Store the issuer exactly as “iss” of the token spells it.'
        : 'Create a trust with the issuer of the token, or present a token of the platform that is trusted.',
      action: isSameHost ? 'set' : 'create',
    }),
  ]
}

function titleOf(issuer: string): string | null {
  const bare = issuer.endsWith('/') ? issuer.slice(0, -1) : issuer
  const shape = issuerShapes.find(({ pattern }) => pattern.test(bare) || pattern.test(issuer))
  return shape === undefined ? null : presetOf(shape.presetId).title
}
