import { makeStyles, tokens } from '@fluentui/react-components'
import { expressionIssuerOf, type Segment } from '@trustwright/federation'
import type { TrustParent } from '@trustwright/shared-schemas'
import { AppLink } from '../../components/app-link.tsx'
import { parentSearch, paths } from '../../paths.ts'
import type { LivePreview } from '../../components/workload/use-trust-preview.ts'
import { WildcardNote } from './wildcard-note.tsx'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, maxWidth: '64ch' },
})

interface PatternHintProps {
  readonly preview: LivePreview
  readonly parent: TrustParent | null
}

/** The way to a pattern: offered quietly where Azure takes them, and by name where a wildcard was typed. */
export function PatternHint({ preview, parent }: PatternHintProps) {
  const styles = useStyles()
  const { claims, warnings, wanted } = preview
  const issuer = textOf(claims.issuer)
  const isWildcard = warnings.some(({ code }) => code === 'wildcard')
  const subject = isWildcard || wanted.length === 1 ? textOf(claims.subject) : ''
  const href = paths.patternCreate({ ...parentSearch(parent), issuer, subject })
  if (isWildcard) return <WildcardNote href={href} />
  if (expressionIssuerOf(issuer) === null) return null
  return (
    <p className={styles.quiet}>
      Many branches, environments or repositories at once? <AppLink href={href}>Build a pattern</AppLink>, a
      preview at Azure.
    </p>
  )
}

function textOf(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('')
}
