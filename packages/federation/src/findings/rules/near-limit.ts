import { mostTrusts } from '../parent-case.ts'
import { fixOf, type ParentRule } from '../rule.ts'

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
export const nearLimit: ParentRule = {
  id: 'near-limit',
  about: 'parent',
  title: 'Hardly any place left',
  severity: 'low',
  because: 'The next deployment that needs a trust fails, with an error that names no limit.',
  needs: 'All trusts of the identity.',
  remedy: 'Delete what nobody uses, or split the workloads over several identities.',
  judge({ parent, trustCount, numbers }) {
    if (trustCount < numbers.nearLimitFrom) return parent.allTrustsRead ? null : { gap: 'failed' }
    const isFull = trustCount >= mostTrusts
    return {
      text: isFull
        ? `Azure refuses the next trust: the identity has ${trustCount}, and ${mostTrusts} is the most.`
        : `Soon Azure refuses another trust: the identity has ${trustCount} of ${mostTrusts}.`,
      evidence: `${trustCount} of ${mostTrusts}`,
      fix: fixOf(
        'Delete trusts that nobody uses, let one environment serve several branches, or split the workloads over several identities.',
      ),
      news: [String(trustCount)],
      ...(isFull ? { severity: 'medium', because: 'The next trust is refused.' } : {}),
    }
  },
}
