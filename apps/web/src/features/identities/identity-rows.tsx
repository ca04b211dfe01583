import { makeStyles, tokens } from '@fluentui/react-components'
import { Warning16Regular } from '@fluentui/react-icons'
import type { Identity } from '@trustwright/shared-schemas'
import { AppLink } from '../../components/app-link.tsx'
import { Identifier } from '../../components/identifier.tsx'
import { paths } from '../../paths.ts'
import { ManagedIdentityMark } from '../../ui/marks.tsx'

const narrow = '@media (max-width: 639px)'

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', [narrow]: { display: 'block' } },
  wide: { width: '32%' },
  middle: { width: '16%' },
  head: {
    [narrow]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  body: { [narrow]: { display: 'block' } },
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    [narrow]: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', padding: '8px 0', rowGap: '2px' },
  },
  headCell: {
    textAlign: 'left',
    padding: '8px 12px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    padding: '4px 12px',
    height: '44px',
    overflowWrap: 'anywhere',
    [narrow]: { display: 'block', height: 'auto', padding: '0 4px' },
  },
  name: { textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  link: { display: 'inline-flex', alignItems: 'center', columnGap: '8px', minHeight: '24px' },
  flag: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorStatusWarningForeground3,
  },
})

/** A table that becomes a list of cards where there is no room; nothing scrolls sideways. */
export function IdentityRows({ identities }: { readonly identities: readonly Identity[] }) {
  const styles = useStyles()
  return (
    <table className={styles.table}>
      <colgroup>
        <col className={styles.wide} />
        <col />
        <col className={styles.middle} />
        <col className={styles.wide} />
      </colgroup>
      <thead className={styles.head}>
        <tr>
          {['Name', 'Resource group', 'Location', 'Client ID'].map((title) => (
            <th key={title} scope="col" className={styles.headCell}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.body}>
        {identities.map((identity) => (
          <tr key={identity.resourceId} className={styles.row}>
            <th scope="row" className={`${styles.cell} ${styles.name}`}>
              <AppLink href={paths.identity(identity)} className={styles.link}>
                <ManagedIdentityMark />
                {identity.identityName}
              </AppLink>
            </th>
            <td className={styles.cell}>{identity.resourceGroup}</td>
            <td className={styles.cell}>
              {identity.location}
              {!identity.supportsTrusts && (
                <div className={styles.flag}>
                  <Warning16Regular aria-hidden="true" /> no trusts in this region
                </div>
              )}
            </td>
            <td className={styles.cell}>
              <Identifier value={identity.clientId} what={`client ID of ${identity.identityName}`} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
