import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { ClusterReading } from '@trustwright/federation'
import { clusterQuery } from '../../../api/cluster-queries.ts'
import { problemText } from '../../../api/problem-text.ts'
import { ClusterOff } from './cluster-off.tsx'
import { clusterPath } from '../start/with-cluster.ts'

const useStyles = makeStyles({ note: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' } })

/** What Azure says about a pasted cluster: its issuer, that it has none yet, or that it may not be read. */
export function ClusterAnswer({ cluster }: { readonly cluster: ClusterReading['cluster'] }) {
  const styles = useStyles()
  const path = clusterPath(cluster)
  const none = { subscriptionId: '', resourceGroup: '', clusterName: '' }
  const found = useQuery({ ...clusterQuery(path ?? none), enabled: path !== null })
  if (path === null) return null
  if (found.isPending) return <p className={styles.note}>Reading its issuer from Azure</p>
  if (found.error !== null) {
    return (
      <p className={styles.note}>
        {problemText(found.error).title}. Its issuer is asked for in the next step: “az aks show --query
        oidcIssuerProfile.issuerUrl” tells it.
      </p>
    )
  }
  const { issuer, clusterName } = found.data
  return (
    <>
      {issuer !== null && <p className={styles.note}>Its issuer, from Azure: {issuer}</p>}
      {found.data.enableCommand !== null && (
        <ClusterOff name={clusterName} command={found.data.enableCommand} hasIssuer={issuer !== null} />
      )}
    </>
  )
}
