import type { CauseCode } from '../../diagnosis/codes.ts'
import { fixOf, type TrustRule } from '../rule.ts'

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
export const unusualAudience: TrustRule = {
  id: 'unusual-audience',
  about: 'trust',
  title: 'Unusual audience',
  severity: 'low',
  because: 'A token that was made for something else may fit, or none fits at all; both are rarely meant.',
  needs: 'The stored values.',
  remedy: 'Use the audience of the token exchange, or add this one to the known audiences.',
  yieldsTo: ['cannot-match', 'dead-twin'],
  judge({ trust, world, isAksMade, causes }) {
    const [audience = ''] = trust.audiences
    const isOne = trust.audiences.length === 1
    if (isAksMade || (isOne && world.settings.knownAudiences?.includes(audience) === true)) return null
    const found = causes().find(({ field }) => field === 'audience')
    if (found === undefined) return null
    const hardlyMatches = unlikely.includes(found.code)
    return {
      text: found.text,
      evidence: found.evidence,
      fix: fixOf(found.fix, found.action),
      news: [found.code],
      ...(hardlyMatches
        ? { severity: 'medium', because: 'Likely no token fits, so that a workload is locked out.' }
        : {}),
    }
  },
}

const unlikely: readonly CauseCode[] = ['audience-near-miss', 'audience-other-cloud', 'audience-of-platform']
