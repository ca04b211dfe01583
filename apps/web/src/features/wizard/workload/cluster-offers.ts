import { recognise, type Cloud } from '@trustwright/federation'
import type { Cluster, InventoryRow } from '@trustwright/shared-schemas'

/** A cluster, and who trusts the service account on it already. */
export interface ClusterOffer {
  readonly cluster: Cluster
  /** Names of identities and applications. */
  readonly trustedBy: readonly string[]
}

/** The cluster that is taken until a person takes another one, and why. */
export interface ClusterProposal {
  readonly resourceId: string
  readonly issuer: string
  readonly reason: string
}

interface ServiceAccount {
  readonly namespace: string
  readonly serviceAccount: string
}

type Row = Pick<InventoryRow, 'trust' | 'applicationName'>

/** Each cluster with the trusts that are known of the same service account on it. */
export function clusterOffers(
  clusters: readonly Cluster[],
  rows: readonly Row[],
  { namespace, serviceAccount }: ServiceAccount,
  cloud: Cloud,
): readonly ClusterOffer[] {
  const issuers = new Set(clusters.flatMap(({ issuer }) => issuer ?? []))
  const same = rows.filter(({ trust }) => {
    if (trust.issuer === null || !issuers.has(trust.issuer)) return false
    const fields = recognise(trust, cloud)?.fields
    return fields?.['namespace'] === namespace && fields['serviceAccount'] === serviceAccount
  })
  return clusters.map((cluster) => ({
    cluster,
    trustedBy: [...new Set(same.filter(({ trust }) => trust.issuer === cluster.issuer).map(nameOfParent))],
  }))
}

/**
 * The only cluster there is; or the only one that does not have the trust yet, where another has it. Null where two fit,
 * where the one that fits has no issuer, and where some clusters could not be read.
 */
export function proposedCluster(
  offers: readonly ClusterOffer[],
  isComplete: boolean,
  account: ServiceAccount,
): ClusterProposal | null {
  if (!isComplete) return null
  const [sole] = offers
  if (sole !== undefined && offers.length === 1 && sole.cluster.issuer !== null) {
    const { resourceId, issuer } = sole.cluster
    return { resourceId, issuer, reason: 'It is the only cluster that you can read.' }
  }
  const [open, ...others] = offers.filter(({ trustedBy }) => trustedBy.length === 0)
  if (open === undefined || others.length > 0 || open.cluster.issuer === null) return null
  const { resourceId, issuer } = open.cluster
  const [known] = offers.filter(({ trustedBy }) => trustedBy.length > 0)
  if (known === undefined) return null
  const { namespace, serviceAccount } = account
  const who = known.trustedBy.join(' and ')
  const trusted = `${who} ${known.trustedBy.length === 1 ? 'trusts' : 'trust'} ${namespace}/${serviceAccount} on ${known.cluster.clusterName} already`
  const only = offers.length === 2 ? 'the only other cluster' : 'the only cluster without such a trust'
  return { resourceId, issuer, reason: `${trusted}, and this is ${only} that you can read.` }
}

function nameOfParent({ trust: { parent }, applicationName = '' }: Row): string {
  if (parent.kind === 'managedIdentity') return parent.identityName
  return applicationName === '' ? parent.appId : applicationName
}
