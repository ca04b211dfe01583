import { makeStyles, tokens } from '@fluentui/react-components'
import type { Access } from '@trustwright/shared-schemas'
import type { ReactNode } from 'react'
import { Callout } from '../ui/callout.tsx'
import { CopyButton } from './copy-button.tsx'
import { Identifier } from './identifier.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { requestToAdmin } from './request-to-admin.ts'

const useStyles = makeStyles({
  empty: {
    display: 'grid',
    justifyItems: 'start',
    rowGap: '12px',
    padding: '32px 24px',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  text: { color: tokens.colorNeutralForeground2, maxWidth: '64ch' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '16px',
    alignItems: 'center',
  },
})

interface EmptyStateProps {
  /** `nothing-yet`: there is none. `no-match`: the filter hides all. `no-permission`: there may be some. */
  readonly kind: 'nothing-yet' | 'no-match' | 'no-permission'
  readonly title: string
  readonly children?: ReactNode
  /** One primary action. */
  readonly action?: ReactNode
}

/** Says why there is nothing here, and the one thing to do about it. */
export function EmptyState({ kind, title, children, action }: EmptyStateProps) {
  const styles = useStyles()
  return (
    <div className={styles.empty} data-empty={kind}>
      <h2 className={styles.title}>{title}</h2>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {action}
    </div>
  )
}

interface FailedStateProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** Takes the place of content that could not be read. */
export function FailedState({ error, onRetry }: FailedStateProps) {
  return <ProblemNotice error={error} {...(onRetry === undefined ? {} : { onRetry })} />
}

interface NoPermissionProps {
  /** What the person cannot do here: `add a trust to id-pay-prod`. */
  readonly to: string
  readonly access: Pick<Access, 'action' | 'role' | 'scope'>
  /** For `aria-describedby` of the controls that are disabled because of it. */
  readonly id?: string
}

/** Which role at which scope is missing, with a request ready to send. */
export function NoPermission({ to, access, id }: NoPermissionProps) {
  const styles = useStyles()
  return (
    <div id={id}>
      <Callout
        intent="information"
        title={`You cannot ${to}`}
        actions={
          <CopyButton
            value={requestToAdmin(access)}
            what="request to admin"
            text="Copy request to admin"
            appearance="secondary"
          />
        }
      >
        <p>
          It takes the role <strong>{access.role}</strong>, or another that carries the action, on this scope:
        </p>
        <div className={styles.facts}>
          <span>Scope</span>
          <Identifier value={access.scope} what="scope" />
          <span>Action</span>
          <Identifier value={access.action} what="action" />
        </div>
      </Callout>
    </div>
  )
}
