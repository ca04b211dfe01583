import { Button, Input, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownload20Regular, Search20Regular } from '@fluentui/react-icons'
import type { InventoryChange } from '@trustwright/shared-schemas'
import { ChoiceLinks } from '../../components/choice-links.tsx'
import { count } from '../../lib/words.ts'

export type Shown = InventoryChange['change'] | undefined

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  filter: { flex: '1 1 220px', maxWidth: '360px' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface ChangesBarProps {
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number }
  readonly show: Shown
  readonly hrefOf: (show: Shown) => string
  readonly text: string
  readonly onText: (text: string) => void
  readonly isSaving: boolean
  readonly onSave: (format: 'csv' | 'json') => void
}

/** Which changes show, and the way to take them along. */
export function ChangesBar(props: ChangesBarProps) {
  const { counts, show, hrefOf, text, onText, isSaving, onSave } = props
  const styles = useStyles()
  const choice = (words: string, value: Shown) => ({
    text: words,
    href: hrefOf(value),
    current: show === value,
  })
  return (
    <>
      <div className={styles.bar}>
        <ChoiceLinks
          label="Changes"
          look="segments"
          choices={[
            choice('All', undefined),
            choice(`Added ${count(counts.added)}`, 'added'),
            choice(`Removed ${count(counts.removed)}`, 'removed'),
            choice(`Changed ${count(counts.changed)}`, 'changed'),
          ]}
        />
        <Input
          className={styles.filter}
          aria-label="Filter changes"
          placeholder="Name, value, or who did it"
          autoComplete="off"
          spellCheck={false}
          contentBefore={<Search20Regular aria-hidden="true" />}
          value={text}
          onChange={(_, { value }) => onText(value)}
        />
        <div className={styles.acts}>
          {(['csv', 'json'] as const).map((format) => (
            <Button
              key={format}
              appearance="subtle"
              icon={<ArrowDownload20Regular />}
              disabledFocusable={isSaving}
              onClick={() => onSave(format)}
            >
              Export {format.toUpperCase()}
            </Button>
          ))}
        </div>
      </div>
      <span className={styles.quiet}>
        Counts are of trusts; identities and applications that changed stand behind them.
      </span>
    </>
  )
}
