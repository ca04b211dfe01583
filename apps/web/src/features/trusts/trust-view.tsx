import { Tab, TabList, makeStyles } from '@fluentui/react-components'
import { useSearch } from '@tanstack/react-router'
import type { IdentityDetail, Trust } from '@trustwright/shared-schemas'
import { useId, useState } from 'react'
import { useGo } from '../../components/app-link.tsx'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { CodePanel } from './code-panel.tsx'
import { MissingAccess } from './missing-access.tsx'
import { ProvePanel } from './prove-panel.tsx'
import { TrustActivity } from './trust-activity.tsx'
import { TrustChangeForm } from './trust-change-form.tsx'
import { TrustCreatedNote } from './trust-created-note.tsx'
import { TrustOverview } from './trust-overview.tsx'
import type { TrustKey } from './trust-queries.ts'

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: '24px', minWidth: 0 },
  tabs: { flexWrap: 'wrap', marginLeft: '-8px' },
})

const tabs = [
  ['overview', 'Overview'],
  ['prove', 'Prove'],
  ['code', 'Code'],
  ['activity', 'Activity'],
] as const
type TabName = (typeof tabs)[number][0]

interface TrustViewProps {
  readonly trustKey: TrustKey
  readonly trust: Trust
  readonly detail: IdentityDetail | null
  readonly reasonId: string
  readonly changing: boolean
  readonly onChangeEnds: () => void
}

/** The sections of a trust's page; the one that shows is in the address. */
export function TrustView({ trustKey, trust, detail, reasonId, changing, onChangeEnds }: TrustViewProps) {
  const styles = useStyles()
  const id = useId()
  const go = useGo()
  const { settings } = useSession()
  const { tab, created } = useSearch({
    from: '/trusts/mi/$subscriptionId/$resourceGroup/$identityName/$trustName',
  })
  // Fingerprint and moment of a comparison in this tab; of other values it proves nothing.
  const [matched, setMatched] = useState<{ fingerprint: string; at: string } | null>(null)
  const matchedAt = matched?.fingerprint === trust.fingerprint ? matched.at : null

  function open(name: TabName) {
    go(name === 'overview' ? paths.trust(trustKey) : paths.trust(trustKey, { tab: name }), { replace: true })
  }

  return (
    <div className={styles.page}>
      {created === '1' && <TrustCreatedNote trustKey={trustKey} trust={trust} />}
      {detail !== null && <MissingAccess id={reasonId} detail={detail} />}
      <TabList
        className={styles.tabs}
        aria-label="Sections"
        selectedValue={tab}
        onTabSelect={(_, { value }) => {
          const chosen = tabs.find(([name]) => name === value)
          if (chosen !== undefined) open(chosen[0])
        }}
      >
        {tabs.map(([name, label]) => (
          <Tab key={name} value={name} id={`${id}${name}`} aria-controls={`${id}panel`}>
            {label}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${tab}`}>
        {tab === 'overview' && changing && (
          <TrustChangeForm trustKey={trustKey} trust={trust} onEnd={onChangeEnds} />
        )}
        {tab === 'overview' && !changing && (
          <TrustOverview trust={trust} detail={detail} matchedAt={matchedAt} />
        )}
        {tab === 'prove' && (
          <ProvePanel
            trustKey={trustKey}
            trust={trust}
            onMatched={(at) => setMatched({ fingerprint: trust.fingerprint, at })}
          />
        )}
        {tab === 'code' && (
          <CodePanel trust={trust} identity={detail?.identity ?? null} settings={settings} />
        )}
        {tab === 'activity' && <TrustActivity trustKey={trustKey} trust={trust} />}
      </div>
    </div>
  )
}
