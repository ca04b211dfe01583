import { makeStyles } from '@fluentui/react-components'
import { CodeBlock } from '../../components/code/code-block.tsx'

const useStyles = makeStyles({ summary: { cursor: 'pointer', minHeight: '24px', width: 'fit-content' } })

/** The text for whoever helps: to be read before it is copied. */
export function BundleView({ text }: { readonly text: string }) {
  const styles = useStyles()
  return (
    <details>
      <summary className={styles.summary}>Support bundle, without any token</summary>
      <CodeBlock
        words="Read it before you pass it on: it names issuer, subject and trusts. It holds no token and no secret."
        what="support bundle"
        text={text}
      />
    </details>
  )
}
