import { makeStyles, tokens } from '@fluentui/react-components'
import type { StoredFinding } from '@trustwright/shared-schemas'
import { ApplicationMark, ManagedIdentityMark } from '../../ui/marks.tsx'
import { AppLink } from '../app-link.tsx'
import { TrustLine } from '../trust-line.tsx'
import { pageOfFinding } from './subject-of-finding.ts'

const useStyles = makeStyles({
  parent: { display: 'inline-flex', alignItems: 'center', columnGap: '8px', minWidth: 0 },
  mark: { display: 'inline-flex', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
})

interface FindingLineProps {
  readonly finding: StoredFinding
  readonly look?: 'row' | 'card' | 'head'
  /** The workload, or the identity, leads to its page. */
  readonly linked?: boolean
}

/** What a finding is about: a trust as its line, or the identity that carries the trusts. */
export function FindingLine({ finding, look = 'card', linked = true }: FindingLineProps) {
  const styles = useStyles()
  const { issuer, subject, parentKind, parentName, parentKey } = finding
  const kind = parentKind ?? 'managedIdentity'
  const href = linked ? pageOfFinding(finding) : null
  const name = parentName === '' ? (parentKey.split('/').at(-1) ?? parentKey) : parentName
  if (issuer !== null)
    return (
      <TrustLine
        {...storedOf(issuer, subject)}
        identity={{ kind, name }}
        look={look}
        {...(href !== null && { href })}
      />
    )
  const Mark = kind === 'application' ? ApplicationMark : ManagedIdentityMark
  return (
    <span className={styles.parent}>
      <span className={styles.mark}>
        <Mark size={20} />
      </span>
      {href === null ? (
        <span className={styles.name}>{name}</span>
      ) : (
        <AppLink href={href} className={styles.name}>
          {name}
        </AppLink>
      )}
    </span>
  )
}

/** A finding keeps subject and pattern in one place; only a pattern names a claim. */
function storedOf(issuer: string, subject: string | null) {
  const isPattern = subject?.startsWith('claims[') === true
  return { issuer, subject: isPattern ? null : subject, expression: isPattern ? subject : null }
}
