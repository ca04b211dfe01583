import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, type ReactNode } from 'react'
import { AppLink } from './app-link.tsx'

const useStyles = makeStyles({
  header: { display: 'grid', rowGap: '8px', marginBottom: '24px' },
  beside: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '12px 24px' },
  words: { gridArea: 'words', flex: '1 1 320px', minWidth: 0, display: 'grid', rowGap: '4px' },
  title: {
    fontSize: tokens.fontSizeHero700,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightHero700,
    overflowWrap: 'anywhere',
    ':focus': { outline: 'none' },
    // A page that opened by a key shows where the next key goes on from.
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  // What shows the focus goes around the words, not along the line.
  plain: { justifySelf: 'start' },
  summary: { color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
  actions: { gridArea: 'actions', display: 'flex', flexWrap: 'wrap', gap: '8px' },
  // A drawn heading is a whole sentence: it takes the line, and the actions stand over it, beside the way back.
  sentence: {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gridTemplateAreas: '"way actions" "words words"',
    alignItems: 'center',
    columnGap: '24px',
    '@media (max-width: 639px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateAreas: '"way" "words" "actions"',
    },
  },
  way: { gridArea: 'way' },
  under: { display: 'contents' },
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
  const isSentence = heading !== undefined
  return (
    <div className={mergeClasses(styles.header, isSentence && styles.sentence)}>
      {breadcrumbs !== undefined && (
        <Breadcrumbs items={breadcrumbs} className={isSentence ? styles.way : undefined} />
      )}
      <div className={isSentence ? styles.under : styles.beside}>
        <div className={styles.words}>
          <h1
            className={mergeClasses(styles.title, !isSentence && styles.plain)}
            tabIndex={-1}
            {...(isSentence ? { 'aria-label': title } : {})}
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

interface BreadcrumbsProps {
  readonly items: NonNullable<PageHeaderProps['breadcrumbs']>
  readonly className: string | undefined
}

function Breadcrumbs({ items, className }: BreadcrumbsProps) {
  const styles = useStyles()
  return (
    <nav className={className} aria-label="Breadcrumbs">
      <ol className={styles.crumbs}>
        {items.map(({ text, href }, index) => (
          <li key={href}>
            <AppLink href={href}>{text}</AppLink>
            {index < items.length - 1 && <span aria-hidden="true"> /</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
