import { makeStyles, tokens } from '@fluentui/react-components'
import { checkExpression, type Expression } from '@trustwright/federation'
import type { Trust } from '@trustwright/shared-schemas'
import type { ReactNode } from 'react'
import { AppLink } from '../../components/app-link.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { PatternExamples } from '../../components/pattern/pattern-examples.tsx'
import { PatternExplanation } from '../../components/pattern/pattern-explanation.tsx'
import { PatternTerms } from '../../components/pattern/pattern-terms.tsx'
import { PatternTry } from '../../components/pattern/pattern-try.tsx'
import { trustKeyOf } from '../../components/trust-key.ts'
import { WarningList } from '../../components/warning-list.tsx'
import { lowerFirst } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { withoutMissing } from './missing-claims.ts'
import type { PatternReading } from './pattern-form.ts'

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '20px',
    padding: '20px 24px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 639px)': { padding: '16px' },
  },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', columnGap: '8px' },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  waiting: { color: tokens.colorNeutralForeground2 },
})

interface PatternPreviewPanelProps {
  readonly reading: PatternReading
  /** Beside terms in rows stands which claims are missing. */
  readonly view: 'rows' | 'text'
  /** The trust that has this very pattern already. */
  readonly same: Trust | null
  readonly way: 'pattern' | 'list'
  /** The exact trusts, where they are stored instead. */
  readonly classic: ReactNode | null
  readonly total: number
}

/** What will happen, live: the pattern in words, how far it reaches, and tokens that would match and would not. */
export function PatternPreviewPanel({ reading, view, same, way, classic, total }: PatternPreviewPanelProps) {
  const styles = useStyles()
  const { expression, text, issuer } = reading
  return (
    <section className={styles.panel} aria-label="What Azure will store">
      <div className={styles.head}>
        <h2 className={styles.title}>{titleOf(way, total)}</h2>
        {expression !== null && classic === null && <CopyButton value={text} what="pattern" />}
      </div>
      {expression === null && (
        <p className={styles.waiting}>
          Who gets in shows here, with examples, once every term has its value.
        </p>
      )}
      {classic}
      {expression !== null && classic === null && (
        <>
          <PatternTerms {...expression} />
          {same !== null && (
            <Callout intent="warning" title="This pattern is stored already">
              <p>
                <AppLink href={paths.trust(trustKeyOf(same))}>{same.name}</AppLink> has the same issuer and
                pattern. Open it instead, or change the pattern.
              </p>
            </Callout>
          )}
          <PatternJudged issuer={issuer} text={text} expression={expression} view={view} />
          <PatternExamples expression={expression} />
          <PatternTry key={issuer} expression={expression} />
        </>
      )}
    </section>
  )
}

interface PatternJudgedProps {
  readonly issuer: string
  readonly text: string
  readonly expression: Expression
  readonly view: 'rows' | 'text'
}

/** How far it reaches, then what speaks against it. Its reach is said once. */
function PatternJudged({ issuer, text, expression, view }: PatternJudgedProps) {
  const checked = checkExpression(issuer, text).filter(({ code }) => code !== 'expression-issuer')
  const warnings = view === 'rows' ? withoutMissing(checked, issuer) : checked
  const wide = warnings.find(({ code }) => code === 'expression-wide')
  return (
    <>
      <PatternExplanation issuer={issuer} expression={expression} />
      {wide !== undefined && <p>To narrow it: {lowerFirst(wide.fix)}</p>}
      <WarningList warnings={warnings.filter((warning) => warning !== wide)} />
    </>
  )
}

function titleOf(way: 'pattern' | 'list', total: number): string {
  if (way === 'pattern') return 'Azure will let in whatever fits this'
  return total === 0
    ? 'Azure will store exact trusts'
    : `Azure will store ${total} exact ${total === 1 ? 'trust' : 'trusts'}`
}
