import { makeStyles, tokens } from '@fluentui/react-components'
import type { Access } from '@trustwright/shared-schemas'
import type { ReactNode } from 'react'
import { Callout } from '../ui/callout.tsx'
import { CopyRequest } from './copy-request.tsx'
import { mayStillBeAllowed } from './may-try.ts'
import { MissingRight } from './missing-right.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import type { MissingAccess } from './request-to-admin.ts'

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
  /** Of Azure, or of the directory with the Graph permission that the portal needs. */
  readonly access: MissingAccess & Pick<Access, 'action' | 'role' | 'scope'>
  /** For `aria-describedby` of the controls that are disabled because of it. */
  readonly id?: string
}

/** Which role or permission is missing, where, and a request for it ready to send. */
export function NoPermission({ to, access, id }: NoPermissionProps) {
  const unsure = mayStillBeAllowed(access)
  return (
    <div id={id}>
      <Callout
        intent="information"
        title={unsure ? `You may not be able to ${to}` : `You cannot ${to}`}
        actions={<CopyRequest missing={access} />}
      >
        <MissingRight access={access} />
        {unsure && (
          <p>
            A custom role, or a role over this one alone, may allow it too. The portal cannot see those: you
            can try, and Microsoft Graph decides.
          </p>
        )}
      </Callout>
    </div>
  )
}
