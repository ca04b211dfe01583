import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { BookOpen20Regular } from '@fluentui/react-icons'
import { useRouterState } from '@tanstack/react-router'
import { apiDocsAddress } from '../paths.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { AppLink, useGo } from './app-link.tsx'
import { useEmbeddedDoor } from './embedded-door.ts'
import { entryOf, railEntries } from './rail-entries.ts'
import { useShortcut } from './shortcuts.ts'

const useStyles = makeStyles({
  list: { display: 'grid', rowGap: '2px', listStyleType: 'none', alignContent: 'start' },
  foot: { marginTop: '16px', paddingTop: '16px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  entry: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    minHeight: '36px',
    padding: '0 12px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  icon: { display: 'inline-flex', flexShrink: 0 },
  collapses: { '@media (max-width: 1023px)': { justifyContent: 'center', padding: 0, minWidth: '40px' } },
  word: {
    '@media (max-width: 1023px)': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  },
})

const ownTab = { target: '_blank', rel: 'noreferrer' } as const

interface RailProps {
  /** `rail` loses its words under 1024 px; `sheet` keeps them. */
  readonly look: 'rail' | 'sheet'
  readonly onFollow?: () => void
}

/** The pages, and the way to the API's own. */
export function Rail({ look, onFollow }: RailProps) {
  const styles = useStyles()
  const current = useRouterState({ select: ({ location }) => entryOf(location.pathname) })
  // No host may frame that page.
  const isEmbedded = useEmbeddedDoor() !== null
  const collapses = look === 'rail'
  const entryClass = mergeClasses(styles.entry, collapses && styles.collapses)
  const wordClass = collapses ? styles.word : ''
  return (
    <nav aria-label="Pages">
      <ul className={styles.list}>
        {railEntries.map(({ label, href, icon: Icon }) => (
          <li key={href}>
            <AppLink
              plain
              href={href}
              title={collapses ? label : undefined}
              className={mergeClasses(entryClass, current === href && styles.current)}
              aria-current={current === href ? 'page' : undefined}
              {...(onFollow === undefined ? {} : { onClick: onFollow })}
            >
              <span className={styles.icon}>
                <Icon aria-hidden="true" />
              </span>
              <span className={wordClass}>{label}</span>
            </AppLink>
          </li>
        ))}
        <li className={styles.foot}>
          <a
            className={entryClass}
            href={apiDocsAddress}
            title={collapses ? 'API' : undefined}
            {...(isEmbedded ? ownTab : {})}
          >
            <span className={styles.icon}>
              <BookOpen20Regular aria-hidden="true" />
            </span>
            <span className={wordClass}>API</span>
            {isEmbedded && <VisuallyHidden> (opens a new tab)</VisuallyHidden>}
          </a>
        </li>
      </ul>
    </nav>
  )
}

/** `g t` and its like; one component each, since the number of entries is fixed. */
export function RailShortcuts() {
  return railEntries.map(({ href, label, keys }) => (
    <RailShortcut key={keys} href={href} label={label} keys={keys} />
  ))
}

function RailShortcut({
  href,
  label,
  keys,
}: {
  readonly href: string
  readonly label: string
  readonly keys: string
}) {
  const go = useGo()
  useShortcut(keys, `Go to ${label}`, () => go(href))
  return null
}
