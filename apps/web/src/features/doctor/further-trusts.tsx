import { CreateLink } from './fix-buttons.tsx'
import { issuerOf } from './fixes.ts'
import type { Examination } from './examine.ts'
import { NearestTrusts } from './nearest-trusts.tsx'
import type { Scope } from './scope.ts'
import { Section } from './section.tsx'
import { furtherNearest } from './trust-of-result.ts'

interface FurtherTrustsProps {
  readonly found: Examination
  readonly scope: Scope
}

/** Where no trust fits: those most alike beside the result's own, and a new one for what the workload showed. */
export function FurtherTrusts({ found, scope }: FurtherTrustsProps) {
  const { presented, matching, causes } = found
  const { subject, audiences } = presented ?? {}
  const issuer = issuerOf(presented)
  const isKnown = issuer !== undefined && subject !== undefined && issuer !== '' && subject !== ''
  // Beside a trust that has to be changed, a second one would only be its dead twin.
  const isOffered = ['create', 'set'].includes(causes[0]?.action?.kind ?? '')
  const others = furtherNearest(found)
  if (matching.length > 0 || (others.length === 0 && (!isKnown || isOffered))) return null
  return (
    <Section title={others.length > 0 ? 'Nearest trusts' : 'A trust for it'}>
      {others.length > 0 && (
        <NearestTrusts nearest={others} token={presented?.issuer} linked={scope.isPasted !== true} />
      )}
      {isKnown && !isOffered && (
        <div>
          <CreateLink
            create={{ kind: 'create', issuer, subject, audience: audiences?.[0] ?? '' }}
            scope={scope}
          />
        </div>
      )}
    </Section>
  )
}
