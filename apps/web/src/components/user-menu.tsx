import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDown16Regular, Keyboard20Regular, SignOut20Regular } from '@fluentui/react-icons'
import type { SignedInUser } from '@trustwright/shared-schemas'
import { useId, useRef, useState } from 'react'
import { initials } from '../lib/words.ts'
import { chooseTheme, themeChoices, useThemeChoice } from './theme-choice.ts'

const useStyles = makeStyles({
  trigger: { minWidth: 'auto', paddingLeft: '8px', paddingRight: '8px', columnGap: '8px' },
  face: {
    display: 'inline-grid',
    placeItems: 'center',
    flexShrink: 0,
    width: '24px',
    height: '24px',
    borderRadius: '50%',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightSemibold,
  },
  name: {
    maxWidth: '200px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightRegular,
    '@media (max-width: 639px)': { display: 'none' },
  },
  panel: {
    position: 'fixed',
    inset: '52px 16px auto auto',
    width: 'min(280px, calc(100vw - 32px))',
    margin: 0,
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow16,
  },
  who: { display: 'grid', overflowWrap: 'anywhere', marginBottom: '12px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  group: {
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    margin: '0 0 8px',
    padding: '8px 0',
  },
  legend: {
    float: 'left',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  choice: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    minHeight: '32px',
    clear: 'both',
    cursor: 'pointer',
  },
  radio: { width: '16px', height: '16px', margin: 0, accentColor: tokens.colorCompoundBrandBackground },
  act: {
    justifyContent: 'flex-start',
    width: '100%',
    paddingLeft: '4px',
    fontWeight: tokens.fontWeightRegular,
  },
})

const themeWords = { system: 'As the system', light: 'Light', dark: 'Dark' } as const

interface UserMenuProps {
  readonly user: SignedInUser
  readonly onKeys: () => void
  /** Null: nothing to sign out of here. */
  readonly onSignOut: (() => void) | null
}

/** Who is signed in, how the portal looks, its keys, and signing out. The browser's own popover closes it. */
export function UserMenu({ user, onKeys, onSignOut }: UserMenuProps) {
  const styles = useStyles()
  const theme = useThemeChoice()
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        appearance="subtle"
        className={styles.trigger}
        popoverTarget={id}
        aria-expanded={open}
        aria-label={`Account of ${user.displayName}`}
      >
        <span className={styles.face} aria-hidden="true">
          {initials(user.displayName)}
        </span>
        <span className={styles.name}>{user.displayName}</span>
        <ChevronDown16Regular aria-hidden="true" />
      </Button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={styles.panel}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        <div className={styles.who}>
          <strong>{user.displayName}</strong>
          <span className={styles.quiet}>{user.username}</span>
        </div>
        <fieldset className={styles.group}>
          <legend className={styles.legend}>Theme</legend>
          {themeChoices.map((choice) => (
            <label key={choice} className={styles.choice}>
              <input
                type="radio"
                className={styles.radio}
                name="theme"
                checked={theme === choice}
                onChange={() => chooseTheme(choice)}
              />
              {themeWords[choice]}
            </label>
          ))}
        </fieldset>
        <Button
          appearance="subtle"
          className={styles.act}
          icon={<Keyboard20Regular />}
          onClick={() => {
            panel.current?.hidePopover()
            onKeys()
          }}
        >
          Keys
        </Button>
        {onSignOut !== null && (
          <Button appearance="subtle" className={styles.act} icon={<SignOut20Regular />} onClick={onSignOut}>
            Sign out
          </Button>
        )}
      </div>
    </>
  )
}
