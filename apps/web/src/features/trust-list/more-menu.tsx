import { makeStyles } from '@fluentui/react-components'
import { MoreHorizontal20Regular } from '@fluentui/react-icons'
import { AppLink } from '../../components/app-link.tsx'
import type { InventoryOf } from '../../components/inventory/inventory-query.ts'
import { paths } from '../../paths.ts'
import { DropPanel } from '../../ui/drop-panel.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', display: 'grid', rowGap: '4px', margin: 0, padding: 0 },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '32px' },
})

interface MoreMenuProps {
  readonly query: string
  readonly of: InventoryOf
  readonly isAdmin: boolean
}

/** Other pages about the trusts that fit the query. */
export function MoreMenu({ query, of, isAdmin }: MoreMenuProps) {
  const styles = useStyles()
  const whose = of === 'portal' ? { of } : {}
  const links = [
    ...(isAdmin
      ? [{ text: 'Start review of all that match', href: paths.reviewCreate({ q: query, ...whose }) }]
      : []),
    { text: 'Show on the map', href: paths.map({ q: query, ...whose }) },
    { text: 'Compare what was read when', href: paths.trustChanges(whose) },
  ]
  return (
    <DropPanel label="More" title="More with these trusts" icon={<MoreHorizontal20Regular />}>
      <ul className={styles.list}>
        {links.map(({ text, href }) => (
          <li key={text}>
            <AppLink className={styles.link} href={href}>
              {text}
            </AppLink>
          </li>
        ))}
      </ul>
    </DropPanel>
  )
}
