import { makeStyles } from '@fluentui/react-components'
import { Identifier } from './identifier.tsx'
import { isOfDirectory, lacksOwnRight, type MissingAccess } from './request-to-admin.ts'

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '16px',
    alignItems: 'center',
  },
})

/** What exactly is missing, and who can give it. */
export function MissingRight({ access }: { readonly access: MissingAccess }) {
  return isOfDirectory(access) ? <OfDirectory access={access} /> : <OfAzure access={access} />
}

function OfAzure({ access }: { readonly access: MissingAccess }) {
  return (
    <>
      <p>
        It takes the role <strong>{access.role}</strong>, or another that carries the action, on this scope:
      </p>
      <Facts access={access} />
    </>
  )
}

function OfDirectory({ access }: { readonly access: MissingAccess }) {
  const { permission, permissionGranted, role, scope } = access
  const lacksOwn = lacksOwnRight(access)
  const isOwnable = scope?.startsWith('/applications/') === true
  return (
    <>
      {permissionGranted === false && (
        <p>
          This portal was not given the Microsoft Graph permission <strong>{permission}</strong>. An
          administrator of the directory consents to it once, for everybody.
        </p>
      )}
      {lacksOwn && (
        <p>
          {permissionGranted === false && 'Apart from that, it '}
          {permissionGranted !== false && 'It '}
          {isOwnable ? 'takes being an owner of the application, or ' : 'takes '}
          the directory role <strong>{role}</strong>, or another that carries the action:
        </p>
      )}
      {lacksOwn && <Facts access={access} />}
    </>
  )
}

function Facts({ access: { scope, action } }: { readonly access: MissingAccess }) {
  const styles = useStyles()
  return (
    <div className={styles.facts}>
      {scope !== null && scope !== '/' && (
        <>
          <span>Scope</span>
          <Identifier value={scope} what="scope" />
        </>
      )}
      {action !== null && (
        <>
          <span>Action</span>
          <Identifier value={action} what="action" />
        </>
      )}
    </div>
  )
}
