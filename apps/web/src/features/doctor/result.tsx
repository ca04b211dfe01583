import { makeStyles, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle20Regular,
  DismissCircle20Regular,
  Info20Regular,
  Warning20Regular,
} from '@fluentui/react-icons'
import { useEffect } from 'react'
import { announce } from '../../components/announcer.tsx'
import { certaintyWords } from '../../components/diagnosis/certainty-words.ts'
import { CauseView } from '../../components/diagnosis/cause-view.tsx'
import { visibleText } from '../../components/diagnosis/visible-text.ts'
import { CodeBlock } from '../../components/code/code-block.tsx'
import { shorten } from '../../lib/shorten.ts'
import type { Examination } from './examine.ts'
import { FixButtons } from './fix-buttons.tsx'
import { changeCommand, valuesToSet } from './fixes.ts'
import { TenantTrustLine } from './nearest-trusts.tsx'
import { phaseWords } from './phase-words.ts'
import type { Scope, TenantTrust } from './scope.ts'
import { issuersOf, targetOf, trustOfResult } from './trust-of-result.ts'

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '16px',
    padding: '20px 24px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 639px)': { padding: '16px' },
  },
  head: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '12px' },
  title: {
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: '24px',
    overflowWrap: 'anywhere',
  },
  icon: { marginTop: '2px' },
  certainty: { gridColumn: '2', marginTop: '4px', color: tokens.colorNeutralForeground2 },
  block: { color: tokens.colorStatusDangerForeground1 },
  warn: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground2 },
  fine: { color: tokens.colorStatusSuccessForeground1 },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  with: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px' },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  summary: { cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
})

/** A subject of 600 letters stands whole in the alignment below. */
const longestTitle = 240

const icons = { block: DismissCircle20Regular, warn: Warning20Regular, info: Info20Regular } as const

interface ResultProps {
  readonly found: Examination
  readonly scope: Scope
  /** An example: nothing of it can be changed. */
  readonly isMadeUp: boolean
}

/** The result in one sentence, the trust it is about, the letters that differ, and what mends it. */
export function Result({ found, scope, isMadeUp }: ResultProps) {
  const styles = useStyles()
  const { causes, matching, error } = found
  const linked = !isMadeUp && scope.isPasted !== true
  const [cause] = causes
  const said = cause?.text ?? ''
  useEffect(() => {
    if (said !== '') announce(`Result: ${said}`)
  }, [said])
  const target = targetOf(found)
  const compared = trustOfResult(found)
  if (cause === undefined || (cause.severity === 'info' && target !== null && matching.length > 0))
    return <NothingWrong found={found} linked={linked} />
  const Icon = icons[cause.severity]
  return (
    <section className={styles.box} aria-label="Result">
      <div className={styles.head}>
        <span className={`${styles.icon} ${styles[cause.severity]}`}>
          <Icon aria-hidden="true" />
        </span>
        <h2 className={styles.title}>{shorten(visibleText(cause.text), longestTitle)}</h2>
        <p className={styles.certainty}>{certaintyWords[cause.certainty]}</p>
      </div>
      {compared !== null && <Compared trust={compared} fits={matching.length > 0} linked={linked} />}
      <CauseView
        hideText="and-certainty"
        cause={cause}
        issuers={issuersOf(found)}
        actions={
          isMadeUp ? (
            <span className={styles.quiet}>An example with made-up names: there is nothing to change.</span>
          ) : (
            <FixButtons cause={cause} causes={causes} target={linked ? target : null} scope={scope} />
          )
        }
      />
      {cause.action?.kind === 'set' && target !== null && scope.isPasted !== true && (
        <Command found={found} target={target} />
      )}
      {error !== null && (error.proves !== null || error.phase !== null) && (
        <div className={styles.with}>
          <span className={styles.small}>{error.code ?? 'The error'}</span>
          <p className={styles.quiet}>
            {error.phase === null ? '' : `${phaseWords[error.phase]} `}
            {error.proves ?? ''} {error.doesNotProve ?? ''}
          </p>
        </div>
      )}
    </section>
  )
}

function NothingWrong({
  found: { matching, presented, causes },
  linked,
}: Pick<ResultProps, 'found'> & { readonly linked: boolean }) {
  const styles = useStyles()
  const [trust] = matching
  const isMatch = trust !== undefined
  return (
    <section className={styles.box} aria-label="Result">
      <div className={styles.head}>
        <span className={`${styles.icon} ${isMatch ? styles.fine : styles.info}`}>
          {isMatch ? <CheckmarkCircle20Regular aria-hidden="true" /> : <Info20Regular aria-hidden="true" />}
        </span>
        <h2 className={styles.title}>
          {isMatch
            ? 'Matched: every value that Azure compares is the same'
            : presented === null
              ? 'Nothing speaks against it so far'
              : 'Nothing is wrong with these claims by themselves'}
        </h2>
      </div>
      {isMatch ? (
        <Compared trust={trust} fits linked={linked} />
      ) : (
        <p className={styles.quiet}>Whether a trust fits them shows once they are compared with one.</p>
      )}
      {isMatch && (
        <p className={styles.quiet}>
          A match is no proof yet. Where Azure refuses it all the same, paste the error as well: it tells
          whether to wait, or whether the workload signs in as somebody else.
        </p>
      )}
      {causes.map((cause) => (
        <p key={cause.code} className={styles.quiet}>
          {visibleText(cause.text)}
        </p>
      ))}
    </section>
  )
}

function Compared({
  trust,
  fits,
  linked,
}: {
  readonly trust: TenantTrust
  readonly fits: boolean
  readonly linked: boolean
}) {
  const styles = useStyles()
  return (
    <div className={styles.with}>
      <span className={styles.small}>{fits ? 'Fits this trust' : 'Beside the trust most alike'}</span>
      <TenantTrustLine trust={trust} linked={linked} />
    </div>
  )
}

function Command({ found, target }: { readonly found: Examination; readonly target: TenantTrust }) {
  const styles = useStyles()
  const command = changeCommand(target, valuesToSet(found.causes))
  if (command === null) return null
  return (
    <details>
      <summary className={styles.summary}>Show az command</summary>
      <CodeBlock words="Does the same where you are signed in to Azure." what="command" text={command} />
    </details>
  )
}
