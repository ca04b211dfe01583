import { makeStyles, tokens } from '@fluentui/react-components'
import type { Removal, RemovalPlan } from '@trustwright/shared-schemas'
import { AppLink } from '../../../components/app-link.tsx'
import { RowTable, type TableColumn } from '../../../components/row-table.tsx'
import { TrustLine } from '../../../components/trust-line.tsx'
import { counted } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { Fold } from '../../../ui/fold.tsx'

const useStyles = makeStyles({
  plain: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '4px', overflowWrap: 'anywhere' },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
})

const columns: readonly TableColumn<Removal>[] = [
  {
    title: 'Workload that can no longer sign in',
    width: '46%',
    cell: ({ before, name, parent }) => (
      <TrustLine
        issuer={before.issuer}
        subject={before.subject}
        expression={before.expression}
        href={paths.trust({ parent, trustName: name })}
        look="row"
        showRaw={false}
      />
    ),
  },
  {
    title: 'As',
    label: true,
    cell: ({ parent, parentName }) => <AppLink href={paths.parent(parent)}>{parentName}</AppLink>,
  },
  { title: 'Trust', label: true, cell: ({ name }) => name },
]

/** Every trust that would go, and those that stay with the reason. */
export function PlannedRemovals({ plan: { items, left } }: { readonly plan: RemovalPlan }) {
  const styles = useStyles()
  return (
    <>
      {left.length > 0 && (
        <Fold summary={`${counted(left.length, 'ticked trust')} would stay`} isDue={items.length === 0}>
          <ul className={styles.plain}>
            {left.map(({ key, why }) => (
              <li key={key}>
                {why} <span className={styles.code}>{key}</span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {items.length > 0 && <RowTable label="Trusts that would be deleted" columns={columns} rows={items} />}
    </>
  )
}
