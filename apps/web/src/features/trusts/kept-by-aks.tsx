import { Callout } from '../../ui/callout.tsx'

/** A trust that Azure Kubernetes Service made and keeps is not for people to touch; `id` is what its disabled actions are described by. */
export function KeptByAks({ id }: { readonly id: string }) {
  return (
    <div id={id}>
      <Callout intent="warning" title="Azure Kubernetes Service keeps this trust: leave it as it is">
        <p>
          It belongs to an add-on of a cluster. AKS writes it anew, and the add-on stops where it is changed
          or deleted, so both are closed here. To be rid of it, turn the add-on off at the cluster.
        </p>
      </Callout>
    </div>
  )
}
