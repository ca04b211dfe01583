import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { examples } from './examples.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '4px', maxWidth: '96ch' },
  examples: { display: 'flex', flexWrap: 'wrap', gap: '8px', border: 'none', margin: 0, padding: 0 },
  legend: { padding: 0, marginBottom: '8px' },
})

/** What can be pasted, and examples to press. */
export function EmptyDoctor({ onExample }: { readonly onExample: (text: string) => void }) {
  const styles = useStyles()
  return (
    <div className={styles.box}>
      <h2 className={styles.title}>What to paste</h2>
      <ul className={styles.list}>
        <li>
          The error of the failed step, with AADSTS and its number: also a whole log, JSON or a page around
          it.
        </li>
        <li>The block “Federated token details” that azure/login prints before the error.</li>
        <li>The token of the workload, or its claims: then every difference shows at once.</li>
      </ul>
      <fieldset className={styles.examples}>
        <legend className={styles.legend}>Or look at an example with made-up names:</legend>
        {examples.map(({ title, text }) => (
          <Button key={title} onClick={() => onExample(text)}>
            {title}
          </Button>
        ))}
      </fieldset>
    </div>
  )
}
