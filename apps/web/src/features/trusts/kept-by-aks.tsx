import type { ListedTrust } from '../../components/inventory/listed-trust.ts'
import { Callout } from '../../ui/callout.tsx'

/** A trust that Azure Kubernetes Service made and keeps is not for people to touch. */
export function KeptByAks({ known }: { readonly known: ListedTrust | null }) {
  const isManaged = known?.parent?.isAksManaged
  if (isManaged?.known !== true || !isManaged.value) return null
  return (
    <Callout intent="warning" title="Azure Kubernetes Service keeps this trust: leave it as it is">
      <p>
        It belongs to an add-on of a cluster. AKS writes it anew, and the add-on stops where it is changed or
        deleted. To be rid of it, turn the add-on off at the cluster.
      </p>
    </Callout>
  )
}
