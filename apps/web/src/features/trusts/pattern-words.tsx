import { makeStyles } from '@fluentui/react-components'
import { checkExpression, parseExpression } from '@trustwright/federation'
import type { Trust } from '@trustwright/shared-schemas'
import { AppLink } from '../../components/app-link.tsx'
import { PatternExamples } from '../../components/pattern/pattern-examples.tsx'
import { PatternExplanation } from '../../components/pattern/pattern-explanation.tsx'
import { PatternTry } from '../../components/pattern/pattern-try.tsx'
import { isFlexible } from '../../components/trust-words.ts'
import { lowerFirst } from '../../lib/words.ts'
import { parentSearch, paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px', maxWidth: '720px' },
  summary: { cursor: 'pointer', minHeight: '24px', lineHeight: '24px', width: 'fit-content' },
  inside: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', paddingTop: '12px' },
})

/** Who gets in by the pattern of a flexible trust, with examples to try; nothing for one with a subject. */
export function PatternWords({ trust }: { readonly trust: Trust }) {
  const styles = useStyles()
  if (!isFlexible(trust)) return null
  const { expression } = parseExpression(trust.expression)
  if (expression === null) {
    return (
      <Callout intent="warning" title="The pattern cannot be read">
        <p>Azure stores it, but it does not follow the documented language. Look at it in Azure.</p>
      </Callout>
    )
  }
  const { issuer } = trust
  const wide = checkExpression(issuer, trust.expression).find(({ code }) => code === 'expression-wide')
  const another = paths.patternCreate({
    ...parentSearch(trust.parent),
    issuer,
    expression: trust.expression,
  })
  return (
    <div className={styles.box}>
      <PatternExplanation issuer={issuer} expression={expression} />
      {wide !== undefined && <p>To narrow it: {lowerFirst(wide.fix)}</p>}
      <details>
        <summary className={styles.summary}>What would match, and a value of your own to try</summary>
        <div className={styles.inside}>
          <PatternExamples expression={expression} />
          <PatternTry key={trust.expression} expression={expression} />
        </div>
      </details>
      <p>
        A flexible federated identity credential, a preview at Azure.{' '}
        <AppLink href={another}>Build another from it</AppLink>
      </p>
    </div>
  )
}
