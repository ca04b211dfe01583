import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'

/** Trust and token differ in slashes at the end alone. */
export const slash: PairRule = (pair) => {
  const { issuer } = pair
  if (issuer?.kind !== 'slash') return []
  const isLonger = issuer.stored.length > issuer.presented.length
  return [
    pairCause(pair, 'issuer', 'issuer-slash', {
      text: isLonger
        ? `No token matches: the stored issuer has a trailing slash${issuer.stored.endsWith('//') ? ' too many' : ''} that the token does not carry. Azure compares every character.`
        : 'No token matches: the token’s issuer ends with a trailing slash, and the stored one does not. Azure compares every character.',
      fix: isLonger
        ? 'Remove the trailing slash from the issuer.'
        : 'Add the trailing slash to the stored issuer.',
      action: 'set',
    }),
  ]
}
