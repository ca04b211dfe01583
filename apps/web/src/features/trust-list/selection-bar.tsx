import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ClipboardTaskListLtr20Regular, Delete20Regular, Dismiss20Regular } from '@fluentui/react-icons'
import { removalLimits } from '@trustwright/shared-schemas'
import { useId } from 'react'
import { ActionLink } from '../../components/action-link.tsx'
import { useGo } from '../../components/app-link.tsx'
import type { InventoryOf } from '../../components/inventory/inventory-query.ts'
import { keepPickedTrusts } from '../../components/inventory/picked-trusts.ts'
import { trustKeyOf } from '../../components/trust-key.ts'
import { count, counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { ExportMenu } from './export-menu.tsx'
import type { TrustList } from './use-trust-list.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    position: 'sticky',
    bottom: 0,
    zIndex: 2,
    padding: '8px 12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
  count: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface SelectionBarProps {
  readonly list: TrustList
  readonly of: InventoryOf
  readonly isAdmin: boolean
}

/** What can be done with the trusts that are ticked. It stands at the end of the window while any is. */
export function SelectionBar({ list, of, isAdmin }: SelectionBarProps) {
  const styles = useStyles()
  const id = useId()
  const go = useGo()
  const { selected, shown, selection, text } = list
  const [first] = selected
  if (first === undefined) return null
  const whose = of === 'portal' ? { of } : {}
  const isTooMany = selected.length > removalLimits.trusts
  const take = (href: string) => {
    keepPickedTrusts(selected.map(({ trustKey }) => trustKey))
    go(href)
  }
  // All that match need no keys: the review asks the same query.
  const isQuery = selection.all && selection.keys.size === 0
  const why = isTooMany ? { disabledFocusable: true, 'aria-describedby': `${id}why` } : {}
  return (
    <section className={styles.bar} aria-label="With what is selected">
      <span className={styles.count}>{counted(selected.length, 'trust')} selected</span>
      <Button
        appearance="subtle"
        icon={<Dismiss20Regular />}
        aria-label="Select none"
        onClick={list.clearSelection}
      />
      {!selection.all && shown.length > selected.length && (
        <Button appearance="subtle" onClick={list.toggleAll}>
          Select all {count(shown.length)} {text === '' ? '' : 'that match'}
        </Button>
      )}
      {isAdmin && (
        <Button
          appearance="subtle"
          icon={<ClipboardTaskListLtr20Regular />}
          {...(isQuery ? {} : why)}
          onClick={() => {
            if (isQuery) go(paths.reviewCreate({ q: text, ...whose }))
            else if (!isTooMany) take(paths.reviewCreate({ picked: 'yes', ...whose }))
          }}
        >
          Start review
        </Button>
      )}
      <ExportMenu rows={selected} query={text} of={of} />
      {selected.length === 1 ? (
        <ActionLink
          href={paths.trust(trustKeyOf(first.trust), { delete: '1' })}
          appearance="subtle"
          icon={<Delete20Regular />}
        >
          Delete…
        </ActionLink>
      ) : (
        <Button
          appearance="subtle"
          icon={<Delete20Regular />}
          {...why}
          onClick={() => {
            if (!isTooMany) take(paths.trustsDelete(whose))
          }}
        >
          Delete…
        </Button>
      )}
      {isTooMany && (
        <span id={`${id}why`} className={styles.quiet}>
          {`At most ${count(removalLimits.trusts)} trusts are deleted at once, or picked for a review: narrow the list down.`}
        </span>
      )}
    </section>
  )
}
