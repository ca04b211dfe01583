import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, type ReactNode } from 'react'
import { AppLink } from './app-link.tsx'

const useStyles = makeStyles({
  header: { display: 'grid', rowGap: '8px', marginBottom: '24px' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '12px 24px' },
  words: { flex: '1 1 320px', minWidth: 0, display: 'grid', rowGap: '4px' },
  title: {
    fontSize: tokens.fontSizeHero700,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightHero700,
    overflowWrap: 'anywhere',
    ':focus': { outline: 'none' },
  },
  summary: { color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  crumbs: {
    display: 'flex',
    flexWrap: 'wrap',
    listStyleType: 'none',
    columnGap: '8px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
})

interface PageHeaderProps {
  /** A noun. Also the document's title, and what a route change announces. */
  readonly title: string
  /** Drawn instead of the title's text, such as a trust line; `title` stays its name. */
  readonly heading?: ReactNode
  /** One sentence that says what the page is for. */
  readonly summary?: ReactNode
  /** One primary action, at most two more. */
  readonly actions?: ReactNode
  /** Only where there is depth. */
  readonly breadcrumbs?: readonly { readonly text: string; readonly href: string }[]
}

/** Head of every page: title as a noun, one sentence, one primary action at the right. */
export function PageHeader({ title, heading, summary, actions, breadcrumbs }: PageHeaderProps) {
  const styles = useStyles()
  useEffect(() => {
    document.title = `${title} - Trustwright`
  }, [title])
  return (
    <div className={styles.header}>
      {breadcrumbs !== undefined && (
        <nav aria-label="Breadcrumbs">
          <ol className={styles.crumbs}>
            {breadcrumbs.map(({ text, href }, index) => (
              <li key={href}>
                <AppLink href={href}>{text}</AppLink>
                {index < breadcrumbs.length - 1 && <span aria-hidden="true"> /</span>}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className={styles.row}>
        <div className={styles.words}>
          <h1
            className={styles.title}
            tabIndex={-1}
            {...(heading === undefined ? {} : { 'aria-label': title })}
          >
            {heading ?? title}
          </h1>
          {summary !== undefined && <p className={styles.summary}>{summary}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
