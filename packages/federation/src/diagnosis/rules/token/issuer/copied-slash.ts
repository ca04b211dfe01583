import { issuerFacts } from '../../../../presets/issuer-facts.ts'
import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'
import { hostOf } from '../../../claims/token-context.ts'

/**
 * Pages that show logs turn addresses into links, and copying a link adds a slash. Where tokens are known to carry none,
 * a slash in a pasted log alone proves nothing. https://github.com/Azure/login/issues/464
 */
export const copiedSlash: PairRule = (pair) => {
  const { issuer, presented } = pair
  if (issuer?.kind !== 'slash' || presented.source !== 'log') return []
  const fact = issuerFacts.find(({ host }) => host.test(hostOf(issuer.presented)))
  const isAdded = issuer.presented === `${issuer.stored}/`
  if (!isAdded || (fact !== undefined && fact.endsWithSlash)) return []
  return [
    pairCause(pair, 'issuer', 'issuer-copied-slash', {
      certainty: fact === undefined ? 'possible' : 'likely',
      severity: 'warn',
      text: `The slash at the end of the issuer is uncertain: copying an address out of a log adds one. ${
        fact === undefined
          ? 'The trust has none.'
          : `Tokens of ${fact.name} carry none, and neither does the trust.`
      }`,
      fix: 'Compare the token payload itself: paste the token here, or its “iss”. Leave the stored issuer as it is until then.',
    }),
  ]
}
