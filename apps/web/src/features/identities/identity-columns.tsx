import { makeStyles, tokens } from '@fluentui/react-components'
import { Warning16Regular } from '@fluentui/react-icons'
import type { Identity } from '@trustwright/shared-schemas'
import { AppLink } from '../../components/app-link.tsx'
import { Identifier } from '../../components/identifier.tsx'
import type { TableColumn } from '../../components/row-table.tsx'
import { paths } from '../../paths.ts'
import { ManagedIdentityMark } from '../../ui/marks.tsx'

const useStyles = makeStyles({
  link: { display: 'inline-flex', alignItems: 'center', columnGap: '8px', minHeight: '24px' },
  mark: { display: 'inline-flex', flexShrink: 0 },
  flag: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorStatusWarningForeground3,
  },
})

export interface IdentityRow {
  readonly key: string
  readonly identity: Identity
  /** Its ID where the name could not be read. */
  readonly subscription: string
}

/** What the list tells of each managed identity; the subscription only where there are several. */
export function identityColumns(several: boolean): readonly TableColumn<IdentityRow>[] {
  return [
    { title: 'Name', width: '28%', cell: ({ identity }) => <Name identity={identity} /> },
    { title: 'Resource group', cell: ({ identity }) => identity.resourceGroup },
    ...(several ? [{ title: 'Subscription', cell: ({ subscription }: IdentityRow) => subscription }] : []),
    { title: 'Location', width: '16%', cell: ({ identity }) => <Place identity={identity} /> },
    {
      title: 'Client ID',
      width: several ? '20%' : '28%',
      cell: ({ identity: { clientId, identityName } }) => (
        <Identifier value={clientId} what={`client ID of ${identityName}`} />
      ),
    },
  ]
}

function Name({ identity }: { readonly identity: Identity }) {
  const styles = useStyles()
  return (
    <AppLink href={paths.identity(identity)} className={styles.link}>
      <span className={styles.mark}>
        <ManagedIdentityMark />
      </span>
      {identity.identityName}
    </AppLink>
  )
}

function Place({ identity: { location, supportsTrusts } }: { readonly identity: Identity }) {
  const styles = useStyles()
  return (
    <>
      {location}
      {!supportsTrusts && (
        <div className={styles.flag}>
          <Warning16Regular aria-hidden="true" /> no trusts in this region
        </div>
      )}
    </>
  )
}
