import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { AppLink } from './app-link.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', listStyleType: 'none', margin: 0, padding: 0 },
  tabs: { columnGap: '4px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, marginBottom: '16px' },
  segments: { columnGap: '4px' },
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '8px',
    minHeight: '32px',
    padding: '0 12px',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  tab: { minHeight: '40px' },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  currentTab: {
    boxShadow: `inset 0 -3px 0 ${tokens.colorCompoundBrandStroke}`,
    borderBottomLeftRadius: 0,
    borderBottomRightRadius: 0,
    '@media (forced-colors: active)': { borderBottom: '3px solid Highlight' },
  },
  currentSegment: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
})

interface ChoiceLinksProps {
  /** What is chosen between, for screen readers. */
  readonly label: string
  readonly look: 'tabs' | 'segments'
  readonly choices: readonly {
    readonly text: string
    readonly href: string
    readonly current: boolean
    readonly icon?: ReactNode
  }[]
}

/** One of a few views of a page. Each has its own address, so they are links. */
export function ChoiceLinks({ label, look, choices }: ChoiceLinksProps) {
  const styles = useStyles()
  const isTabs = look === 'tabs'
  return (
    <nav aria-label={label}>
      <ul className={mergeClasses(styles.list, isTabs ? styles.tabs : styles.segments)}>
        {choices.map(({ text, href, current, icon }) => (
          <li key={text}>
            <AppLink
              plain
              href={href}
              aria-current={current ? 'page' : undefined}
              className={mergeClasses(
                styles.link,
                isTabs && styles.tab,
                current && styles.current,
                current && (isTabs ? styles.currentTab : styles.currentSegment),
              )}
            >
              {icon}
              {text}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
