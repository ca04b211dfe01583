import { makeStyles, tokens } from '@fluentui/react-components'
import type { FixProgress } from '@trustwright/shared-schemas'
import { RestoreDeleted } from './restore-deleted.tsx'
import { AppLink } from '../../../components/app-link.tsx'
import { useParentName } from '../../../components/parent/use-parent-name.ts'
import { paths } from '../../../paths.ts'
import { actionWords, itemStateWords } from './fix-words.ts'
import { ValueChanges } from './value-changes.tsx'

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '4px',
    padding: '12px 16px',
    '& + &': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

/** One change of a run, with what became of it. */
export function FixItemRow({ item }: { readonly item: FixProgress }) {
  const styles = useStyles()
  const { deletedTrustId, detail, name, nextStep, parent, state } = item
  return (
    <li className={styles.item}>
      <span className={styles.title}>
        {actionWords(item)} · <AppLink href={paths.parent(parent)}>{useParentName(parent)}</AppLink>
      </span>
      <span>{itemStateWords[state]}</span>
      {detail !== null && <span className={styles.quiet}>{`${detail} ${nextStep ?? ''}`}</span>}
      <ValueChanges change={item} />
      <span>
        {deletedTrustId === null ? (
          <AppLink href={paths.trust({ parent, trustName: item.newName ?? name })}>Open the trust</AppLink>
        ) : (
          <RestoreDeleted parent={parent} name={name} deletedTrustId={deletedTrustId} />
        )}
      </span>
    </li>
  )
}
