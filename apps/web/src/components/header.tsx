import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Navigation20Regular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { paths } from '../paths.ts'
import { ProductMark } from '../ui/marks.tsx'
import { MiddleTruncated } from '../ui/middle-truncated.tsx'
import { AppLink } from './app-link.tsx'

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '16px',
    minHeight: '48px',
    padding: '0 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  brand: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '8px',
    minHeight: '32px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  mark: { display: 'inline-flex', color: tokens.colorBrandForeground1 },
  tenant: {
    display: 'flex',
    columnGap: '8px',
    minWidth: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    '@media (max-width: 767px)': { display: 'none' },
  },
  id: {
    fontFamily: tokens.fontFamilyMonospace,
    minWidth: 0,
    maxWidth: '320px',
    overflow: 'hidden',
    display: 'inline-flex',
  },
  rest: { marginLeft: 'auto', display: 'flex', alignItems: 'center', columnGap: '8px' },
  menu: { '@media (min-width: 640px)': { display: 'none' } },
})

interface HeaderProps {
  readonly tenantId: string
  /** Opens the sheet of pages on narrow screens; absent when signed out. */
  readonly onMenu?: () => void
  readonly children: ReactNode
}

/** The bar over every page: product, tenant, account. */
export function Header({ tenantId, onMenu, children }: HeaderProps) {
  const styles = useStyles()
  return (
    <header className={styles.header}>
      {onMenu !== undefined && (
        <Button
          className={styles.menu}
          appearance="subtle"
          icon={<Navigation20Regular />}
          aria-label="Pages"
          onClick={onMenu}
        />
      )}
      <AppLink plain className={styles.brand} href={paths.home()}>
        <span className={styles.mark}>
          <ProductMark />
        </span>
        Trustwright
      </AppLink>
      <span className={styles.tenant}>
        <span>Tenant</span>
        <span className={styles.id}>
          <MiddleTruncated text={tenantId} mono />
        </span>
      </span>
      <div className={styles.rest}>{children}</div>
    </header>
  )
}
