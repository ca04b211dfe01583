import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Toaster } from './toaster.tsx'

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  skip: {
    position: 'absolute',
    left: '8px',
    top: '-60px',
    zIndex: 20,
    padding: '8px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    border: `2px solid ${tokens.colorStrokeFocus2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { top: '8px' },
  },
  body: { display: 'flex', minWidth: 0 },
  rail: {
    flex: '0 0 208px',
    padding: '16px 8px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 1023px)': { flexBasis: '56px' },
    '@media (max-width: 639px)': { display: 'none' },
    '@media print': { display: 'none' },
  },
  stays: { position: 'sticky', top: '16px' },
  content: { flex: '1 0 auto', minWidth: 0, maxWidth: '100%' },
  main: {
    flex: '1 1 auto',
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    padding: '24px 32px 48px',
    '@media (max-width: 639px)': { padding: '16px 16px 48px' },
  },
})

interface FrameProps {
  readonly header: ReactNode
  readonly rail?: ReactNode
  readonly children: ReactNode
}

/** Header, rail and content, with the link that skips to the content. */
export function Frame({ header, rail, children }: FrameProps) {
  const styles = useStyles()
  return (
    <div className={styles.frame}>
      <div>
        <a
          className={styles.skip}
          href="#content"
          onClick={(event) => {
            event.preventDefault()
            document.getElementById('content')?.focus()
          }}
        >
          Skip to content
        </a>
        {header}
      </div>
      <div className={styles.body}>
        {rail !== undefined && (
          <div className={styles.rail}>
            <div className={styles.stays}>{rail}</div>
          </div>
        )}
        <main className={styles.main} id="content" tabIndex={-1}>
          <div className={styles.content}>{children}</div>
          <Toaster />
        </main>
      </div>
    </div>
  )
}
