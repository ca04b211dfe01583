import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { clustersQuery } from '../../../api/cluster-queries.ts'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { UnreadableList } from '../../../components/unreadable-list.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { ClusterChoice } from './cluster-choice.tsx'
import { ClusterOff } from './cluster-off.tsx'
import type { Clusters } from './use-clusters.ts'

const useStyles = makeStyles({
  again: { justifySelf: 'start' },
  reason: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

interface ClusterPanelProps {
  readonly clusters: Clusters
  readonly values: Readonly<Record<string, string>>
  readonly onFill: (fields: Readonly<Record<string, string>>) => void
}

/** The clusters that the person may read: choosing one fills in its issuer, and where one alone fits it is chosen already. */
export function ClusterPanel({ clusters, values, onFill }: ClusterPanelProps) {
  const styles = useStyles()
  const query = useQuery(clustersQuery)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const issuer = values['issuer'] ?? ''
  const offers = clusters.offers ?? []
  const all = offers.map(({ cluster }) => cluster)
  const ofIssuer = all.find((cluster) => cluster.issuer !== null && cluster.issuer === issuer)
  const chosen = all.find(({ resourceId }) => resourceId === chosenId) ?? ofIssuer
  const { proposal } = clusters
  const proposed = proposal?.issuer ?? null

  useEffect(() => {
    if (proposed !== null && issuer === '' && chosenId === null) onFill({ issuer: proposed })
    // oxlint-disable-next-line react/exhaustive-deps -- once, when Azure tells it: an emptied field stays empty
  }, [proposed])
  // Turned on meanwhile, and looked for again.
  const turnedOn = chosen?.issuer ?? null
  useEffect(() => {
    if (turnedOn !== null && turnedOn !== issuer) onFill({ issuer: turnedOn })
    // oxlint-disable-next-line react/exhaustive-deps -- a change by hand is not written over
  }, [turnedOn])

  if (query.error !== null) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Skeleton shape="form" count={1} label="Reading the clusters" />
  return (
    <>
      {all.length === 0 ? (
        <p>
          You can read no cluster. Fill in the issuer below: “az aks show --query oidcIssuerProfile.issuerUrl”
          tells it.
        </p>
      ) : (
        <ClusterChoice offers={offers} chosen={chosen?.resourceId ?? ''} onChoose={setChosenId} />
      )}
      <div aria-live="polite">
        {proposal !== null && proposal.resourceId === chosen?.resourceId && chosenId === null && (
          <p className={styles.reason}>
            Why {chosen.clusterName} is chosen: {proposal.reason}
          </p>
        )}
      </div>
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
