import { Button, Select, makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { Cluster } from '@trustwright/shared-schemas'
import { useEffect, useState } from 'react'
import { clustersQuery } from '../../../api/cluster-queries.ts'
import { FieldFrame, describedBy } from '../../../components/forms/field-frame.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { UnreadableList } from '../../../components/unreadable-list.tsx'
import { counted } from '../../../lib/words.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { ClusterOff } from './cluster-off.tsx'

const useStyles = makeStyles({
  field: { width: '100%', maxWidth: '640px' },
  again: { justifySelf: 'start' },
})

interface ClusterPanelProps {
  readonly values: Readonly<Record<string, string>>
  readonly onFill: (fields: Readonly<Record<string, string>>) => void
}

const field = 'cluster-choice'
const noClusters: readonly Cluster[] = []

/** The clusters that the person may read: choosing one fills in its issuer. */
export function ClusterPanel({ values, onFill }: ClusterPanelProps) {
  const styles = useStyles()
  const query = useQuery(clustersQuery)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const clusters = query.data?.clusters ?? noClusters
  const issuer = values['issuer'] ?? ''
  const ofIssuer = clusters.find((cluster) => cluster.issuer !== null && cluster.issuer === issuer)
  const chosen = clusters.find(({ resourceId }) => resourceId === chosenId) ?? ofIssuer
  const [sole] = clusters
  const only = clusters.length === 1 && query.data?.complete === true ? (sole?.issuer ?? null) : null

  // The one cluster that there is needs no choosing.
  useEffect(() => {
    if (only !== null && issuer === '') onFill({ issuer: only })
    // oxlint-disable-next-line react/exhaustive-deps -- once, when Azure tells it: an emptied field stays empty
  }, [only])
  // Turned on meanwhile, and looked for again.
  const turnedOn = chosen?.issuer ?? null
  useEffect(() => {
    if (turnedOn !== null && turnedOn !== issuer) onFill({ issuer: turnedOn })
    // oxlint-disable-next-line react/exhaustive-deps -- a change by hand is not written over
  }, [turnedOn])

  if (query.error !== null) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Skeleton shape="form" count={1} label="Reading the clusters" />
  const words = { label: 'Cluster', help: helpOf(clusters.length) }
  return (
    <>
      {clusters.length > 0 && (
        <FieldFrame name={field} {...words} error={undefined}>
          <Select
            {...describedBy(field, words, undefined)}
            className={styles.field}
            value={chosen?.resourceId ?? ''}
            onChange={(_, { value }) => setChosenId(value === '' ? null : value)}
          >
            <option value="">Choose a cluster</option>
            {clusters.map((cluster) => (
              <option key={cluster.resourceId} value={cluster.resourceId}>
                {`${cluster.clusterName} (${cluster.resourceGroup}, ${cluster.location})${cluster.issuer === null ? ', no issuer yet' : ''}`}
              </option>
            ))}
          </Select>
        </FieldFrame>
      )}
      {clusters.length === 0 && <p>{words.help}</p>}
      {chosen !== undefined && chosen.enableCommand !== null && (
        <>
          <ClusterOff
            name={chosen.clusterName}
            command={chosen.enableCommand}
            hasIssuer={chosen.issuer !== null}
          />
          <Button
            className={styles.again}
            size="small"
            disabledFocusable={query.isFetching}
            onClick={() => void query.refetch()}
          >
            {query.isFetching ? 'Looking' : 'Look again'}
          </Button>
        </>
      )}
      <UnreadableList unreadable={query.data.unreadable} />
    </>
  )
}

function helpOf(clusters: number): string {
  return clusters === 0
    ? 'You can read no cluster. Fill in the issuer below: “az aks show --query oidcIssuerProfile.issuerUrl” tells it.'
    : `${counted(clusters, 'cluster')}. Its issuer is taken from Azure.`
}
