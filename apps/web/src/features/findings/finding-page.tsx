import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { StoredFinding } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { findingQuery } from '../../api/finding-queries.ts'
import { AppLink } from '../../components/app-link.tsx'
import { AcceptDialog } from '../../components/findings/accept-dialog.tsx'
import { FindingFix } from '../../components/findings/finding-fix.tsx'
import { FindingLine } from '../../components/findings/finding-line.tsx'
import { NotAdministrator } from '../../components/findings/not-administrator.tsx'
import { SeverityBadge } from '../../components/findings/severity-badge.tsx'
import { standWords } from '../../components/findings/stand-words.ts'
import { Identifier } from '../../components/identifier.tsx'
import { DetailBody, DetailView } from '../../components/detail-view.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { PagePart } from '../../components/page-part.tsx'
import { useShortcut } from '../../components/shortcuts.ts'
import { useNow } from '../../components/use-now.ts'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { RuleDialog } from './rule-dialog.tsx'

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  text: { overflowWrap: 'anywhere', maxWidth: '72ch' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

const route = getRouteApi('/findings/$findingId')

/** One finding: what follows from it, what it rests on, and what to do. */
export function FindingPage() {
  const { findingId } = route.useParams()
  const { of } = route.useSearch()
  const finding = useQuery(findingQuery(of ?? 'mine', findingId))
  const back = [{ text: 'Findings', href: paths.findings({ of }) }]
  return (
    <DetailView query={finding} noun="Finding" breadcrumbs={back}>
      {(one) => <Finding finding={one} of={of} />}
    </DetailView>
  )
}

function Finding({ finding, of }: { readonly finding: StoredFinding; readonly of: 'portal' | undefined }) {
  const styles = useStyles()
  const now = useNow()
  const { because, evidence, rule, severity, text, title } = finding
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[
          { text: 'Findings', href: paths.findings({ of }) },
          { text: title, href: paths.findings({ of, rule }) },
        ]}
      />
      <DetailBody>
        <div className={styles.section}>
          <SeverityBadge severity={severity} />
          <FindingLine finding={finding} />
          <p className={styles.quiet}>{standWords(finding, now)}</p>
        </div>
        <PagePart title="What follows">
          <p className={styles.text}>{text}</p>
          <p className={styles.quiet}>{because}</p>
        </PagePart>
        <PagePart title="What it rests on">
          <Identifier value={evidence} what="evidence" whole />
        </PagePart>
        {finding.state !== 'fixed' && (
          <PagePart title="What to do">
            <FindingFix finding={finding} look="primary" />
          </PagePart>
        )}
        <Decide finding={finding} of={of} />
        <p>
          <AppLink href={paths.findingRule(rule)}>How this rule judges</AppLink>
        </p>
      </DetailBody>
    </>
  )
}

function Decide({ finding, of }: { readonly finding: StoredFinding; readonly of: 'portal' | undefined }) {
  const styles = useStyles()
  const [open, setOpen] = useState<'accept' | 'rule' | null>(null)
  const isAdmin = useSession().user?.isAdmin === true
  const canAccept = isAdmin && finding.state === 'active'
  useShortcut('a', 'Accept the finding', () => {
    if (canAccept) setOpen('accept')
  })
  if (finding.state !== 'active') return null
  if (!isAdmin) return <NotAdministrator to="accept findings" at={paths.finding(finding.hash)} />
  const close = () => setOpen(null)
  return (
    <PagePart title="Or leave it as it is">
      <div className={styles.buttons}>
        <Button onClick={() => setOpen('accept')}>Accept until…</Button>
        <Button onClick={() => setOpen('rule')}>Make a rule…</Button>
      </div>
      {open === 'accept' && <AcceptDialog findings={[finding]} onAccepted={close} onClose={close} />}
      {open === 'rule' && <RuleDialog finding={finding} of={of ?? 'mine'} onClose={close} />}
    </PagePart>
  )
}
