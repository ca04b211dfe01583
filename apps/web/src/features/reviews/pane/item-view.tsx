import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular, ArrowRight20Regular } from '@fluentui/react-icons'
import type { ReviewItem } from '@trustwright/shared-schemas'
import { QueryView } from '../../../components/query-view.tsx'
import { SeverityBadge } from '../../../components/findings/severity-badge.tsx'
import { TrustLine } from '../../../components/trust-line.tsx'
import { count } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'
import { FactList } from '../../../ui/fact-list.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { ChangedNote } from './changed-note.tsx'
import { EarlierForms } from './earlier-forms.tsx'
import { SinceNote } from './since-note.tsx'
import type { ReviewPane } from './use-review-pane.ts'

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '16px',
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    minHeight: '420px',
    alignContent: 'start',
  },
  head: { display: 'flex', alignItems: 'center', gap: '4px 8px', flexWrap: 'wrap' },
  place: { minWidth: '96px', fontVariantNumeric: 'tabular-nums' },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '8px' },
  finding: { display: 'grid', rowGap: '2px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  mono: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  weighs: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
  findings: { marginTop: '8px', listStyleType: 'none', display: 'grid', rowGap: '12px' },
})

interface ItemViewProps {
  readonly pane: ReviewPane
  readonly total: number
  /** The review takes decisions. */
  readonly isOpen: boolean
}

/** The open trust, with everything that a decision rests on. */
export function ItemView({ pane, total, isOpen }: ItemViewProps) {
  const styles = useStyles()
  return (
    <section className={styles.item} aria-label="Trust">
      <div className={styles.head}>
        <Button
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          aria-label="Trust before"
          onClick={() => pane.go(-1)}
        />
        <span className={styles.place}>{`${count(pane.ordinal ?? 0)} of ${count(total)}`}</span>
        <Button
          appearance="subtle"
          icon={<ArrowRight20Regular />}
          aria-label="Next trust"
          onClick={() => pane.go(1)}
        />
      </div>
      <QueryView query={pane.item} skeleton={<Skeleton shape="facts" count={5} label="Reading the trust" />}>
        {(item) => (
          <Facts
            item={item}
            onRenew={isOpen ? () => pane.renew(item) : null}
            isRenewing={pane.renewing === item.ordinal}
          />
        )}
      </QueryView>
    </section>
  )
}

const suggestionTitles = {
  keep: 'Suggestion: keep',
  remove: 'Suggestion: remove',
  look: 'Suggestion: look closer',
} as const

interface FactsProps {
  readonly item: ReviewItem
  readonly onRenew: (() => void) | null
  readonly isRenewing: boolean
}

function Facts({ item, onRenew, isRenewing }: FactsProps) {
  const styles = useStyles()
  const { expression, identityName, issuer, name, opens, parent, subject, suggestion } = item
  const [worst, ...others] = opens ?? []
  return (
    <>
      <TrustLine
        issuer={issuer}
        subject={subject}
        expression={expression}
        identity={{ kind: parent.kind, name: identityName }}
        href={paths.trust({ parent, trustName: name })}
        look="card"
        showRaw
      />
      <ChangedNote item={item} onRenew={onRenew} isRenewing={isRenewing} />
      <EarlierForms item={item} />
      <Callout
        intent={suggestion.decision === 'remove' ? 'warning' : 'information'}
        title={suggestionTitles[suggestion.decision]}
      >
        <p>{suggestion.evidence}</p>
      </Callout>
      <SinceNote since={item.since} />
      <FactList
        facts={[
          { term: 'Name', detail: <span className={styles.mono}>{name}</span> },
          {
            term: 'Opens',
            detail:
              opens === null ? (
                'Could not be read'
              ) : worst === undefined ? (
                'Nothing that could be read'
              ) : (
                <Opens first={worst} others={others} />
              ),
          },
          { term: 'Owners', detail: ownersWords(item.owners) },
          { term: 'Last use', detail: item.lastUse },
        ]}
      />
      <Findings findings={item.findings} />
    </>
  )
}

type Opened = NonNullable<ReviewItem['opens']>[number]

function Opens({ first, others }: { readonly first: Opened; readonly others: readonly Opened[] }) {
  const styles = useStyles()
  const line = ({ name, scope }: Opened) => (
    <>
      {name} <span className={styles.quiet}>on</span> <span className={styles.mono}>{scope}</span>
    </>
  )
  return (
    <>
      {line(first)}
      {others.length > 0 && (
        <details>
          <summary>{`and ${others.length} more`}</summary>
          <ul className={styles.list}>
            {others.map((each) => (
              <li key={`${each.name} ${each.scope}`}>{line(each)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function ownersWords(owners: ReviewItem['owners']): string {
  if (owners === null) return 'Could not be read'
  return owners.length === 0 ? 'Nobody' : owners.join(', ')
}

function Findings({ findings }: Pick<ReviewItem, 'findings'>) {
  const styles = useStyles()
  if (findings.length === 0) return <p className={styles.quiet}>No open finding when the review was made.</p>
  return (
    <div>
      <h2 className={styles.title}>Findings when the review was made</h2>
      <ul className={styles.findings}>
        {findings.map(({ evidence, fix, rule, severity, text, title }) => (
          <li key={`${rule} ${evidence}`} className={styles.finding}>
            <span className={styles.weighs}>
              <SeverityBadge severity={severity} /> <strong>{title}</strong>
            </span>
            <span>{text}</span>
            <span className={styles.mono}>{evidence}</span>
            <span className={styles.quiet}>{fix}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
