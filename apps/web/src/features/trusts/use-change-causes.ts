import type { Cause } from '@trustwright/federation'
import type { TrustParent } from '@trustwright/shared-schemas'
import { trustCauses } from '../../components/checks/trust-causes.ts'
import { useGithubFacts, type GithubLook } from '../../components/checks/use-github-facts.ts'
import { useCloud } from '../../components/use-cloud.ts'
import { useSession } from '../../components/use-session.ts'
import type { TrustChangeValues } from './trust-change.ts'

/** What the engine says about the strings as they would be saved, with what GitHub says about their repository. */
export function useChangeCauses(
  values: TrustChangeValues,
  { kind }: TrustParent,
): { readonly causes: readonly Cause[]; readonly github: GithubLook } {
  const cloud = useCloud()
  const { settings } = useSession()
  const github = useGithubFacts(values.issuer, values.subject)
  const causes = trustCauses(
    { ...values, audiences: values.audience === '' ? [] : [values.audience] },
    {
      cloud,
      parentKind: kind,
      tenantId: settings.tenantId,
      operation: 'update',
      ...(github.facts !== undefined && { facts: { github: github.facts } }),
    },
  )
  return { causes, github }
}
