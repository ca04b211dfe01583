import { Tab, TabList, makeStyles } from '@fluentui/react-components'
import type { Trust } from '@trustwright/shared-schemas'
import { useId } from 'react'
import type { ParentDetail } from '../../api/parent-queries.ts'
import { useGo } from '../../components/app-link.tsx'
import type { KnownTrust } from '../../components/inventory/use-known-trust.ts'
import { useSession } from '../../components/use-session.ts'
import { paths, type TrustKey } from '../../paths.ts'
import { CodePanel } from '../../components/code/code-panel.tsx'
import type { ChangePrefill } from './change-prefill.ts'
import { IdSwitchPanel } from './id-switch/id-switch-panel.tsx'
import { KeptByAks } from './kept-by-aks.tsx'
import { MissingAccess } from './missing-access.tsx'
import type { TrustRights } from './rights-of.ts'
import { ProvePanel } from '../../components/prove/prove-panel.tsx'
import { TrustLadder } from '../../components/prove/trust-ladder.tsx'
import { TrustAccess } from './trust-access.tsx'
import { TrustHistory } from './history/trust-history.tsx'
import { TrustChangeForm } from './trust-change-form.tsx'
import { TrustCreatedNote } from './trust-created-note.tsx'
import { TrustOverview } from './trust-overview.tsx'
import { trustTabs, type TrustTab } from './trust-tabs.ts'

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: '24px', minWidth: 0 },
  // One row: what has no room on a small screen is scrolled to.
  tabs: { overflowX: 'auto', scrollbarWidth: 'none', marginLeft: '-8px' },
  tab: { flexShrink: 0, '@media (max-width: 639px)': { paddingLeft: '8px', paddingRight: '8px' } },
})

interface TrustViewProps {
  readonly trustKey: TrustKey
  readonly trust: Trust
  readonly tab: TrustTab
  readonly justCreated: boolean
  readonly detail: ParentDetail | null
  readonly parentName: string
  /** What the inventory knows of it. */
  readonly known: KnownTrust
  readonly rights: TrustRights
  readonly reasonId: string
  readonly changing: boolean
  /** Values that a link wants stored; empty for none. */
  readonly prefill: ChangePrefill
  readonly onChangeEnds: () => void
  /** The switch to a subject with IDs is open; `github`: how a sign-in there ended. */
  readonly switching: { readonly github: string | undefined } | null
}

/** The sections of a trust's page; the one that shows is in the address. */
export function TrustView(props: TrustViewProps) {
  const { trustKey, trust, tab, justCreated, detail, parentName, reasonId, changing, prefill, onChangeEnds } =
    props
  const { known, rights, switching } = props
  const styles = useStyles()
  const id = useId()
  const go = useGo()
  const { settings } = useSession()

  function open(name: TrustTab) {
    go(name === 'overview' ? paths.trust(trustKey) : paths.trust(trustKey, { tab: name }), { replace: true })
  }

  return (
    <div className={styles.page}>
      {justCreated && <TrustCreatedNote trustKey={trustKey} trust={trust} />}
      {rights.isKeptByAks ? (
        <KeptByAks id={reasonId} />
      ) : (
        detail !== null && <MissingAccess id={reasonId} detail={detail} />
      )}
      <TabList
        className={styles.tabs}
        aria-label="Sections"
        selectedValue={tab}
        onTabSelect={(_, { value }) => {
          const chosen = trustTabs.find(([name]) => name === value)
          if (chosen !== undefined) open(chosen[0])
        }}
      >
        {trustTabs.map(([name, label]) => (
          <Tab
            className={styles.tab}
            key={name}
            value={name}
            id={`${id}${name}`}
            aria-controls={`${id}panel`}
          >
            {label}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${tab}`}>
        {tab === 'overview' && changing && (
          <TrustChangeForm
            trustKey={trustKey}
            trust={trust}
            parentName={parentName}
            prefill={prefill}
            onEnd={onChangeEnds}
          />
        )}
        {tab === 'overview' && !changing && switching !== null && (
          <IdSwitchPanel
            trustKey={trustKey}
            trust={trust}
            parentName={parentName}
            github={switching.github}
            onEnd={() => go(paths.trust(trustKey), { replace: true })}
          />
        )}
        {tab === 'overview' && !changing && switching === null && (
          <TrustOverview
            trustKey={trustKey}
            trust={trust}
            detail={detail}
            known={known}
            isKeptByAks={rights.isKeptByAks}
          />
        )}
        {tab === 'prove' && (
          <div className={styles.page}>
            <TrustLadder trustKey={trustKey} trust={trust} />
            <ProvePanel trustKey={trustKey} trust={trust} />
          </div>
        )}
        {tab === 'access' && <TrustAccess parent={trustKey.parent} />}
        {tab === 'code' && <CodePanel trust={trust} detail={detail} settings={settings} />}
        {tab === 'activity' && <TrustHistory trustKey={trustKey} />}
      </div>
    </div>
  )
}
