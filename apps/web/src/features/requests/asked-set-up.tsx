import { makeStyles, tokens } from '@fluentui/react-components'
import type { SetUpItem } from '@trustwright/shared-schemas'
import { useRoleWords } from '../../components/access/use-role-words.ts'
import { AppLink } from '../../components/app-link.tsx'
import { counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { Fold } from '../../ui/fold.tsx'
import { ApplicationMark, ManagedIdentityMark } from '../../ui/marks.tsx'
import { useWishParentName } from './request-line.tsx'
import { storedParent } from './wish-words.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '12px' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '8px',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
  },
  parent: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
  mark: { display: 'inline-flex', color: tokens.colorNeutralForeground2 },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  trusts: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '4px' },
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
})

const shownAtOnce = 10

/** Identities or applications with their trusts and roles, as they would be made. */
export function AskedSetUp({ items }: { readonly items: readonly SetUpItem[] }) {
  const styles = useStyles()
  const rest = items.slice(shownAtOnce)
  return (
    <>
      <ul className={styles.list} aria-label="What would be made">
        {items.slice(0, shownAtOnce).map((item) => (
          <Row key={item.key} item={item} />
        ))}
      </ul>
      {rest.length > 0 && (
        <Fold summary={counted(rest.length, 'more row')}>
          <ul className={styles.list} aria-label="More that would be made">
            {rest.map((item) => (
              <Row key={item.key} item={item} />
            ))}
          </ul>
        </Fold>
      )}
    </>
  )
}

function Row({ item: { parent, roles, trusts } }: { readonly item: SetUpItem }) {
  const styles = useStyles()
  const name = useWishParentName(parent)
  const words = useRoleWords(roles, name)
  const stored = storedParent(parent)
  const Mark = parent.kind.endsWith('pplication') ? ApplicationMark : ManagedIdentityMark
  return (
    <li className={styles.row}>
      <span className={styles.parent}>
        <span className={styles.mark}>
          <Mark size={20} />
        </span>
        {stored === null ? (
          <span className={styles.name}>{name}</span>
        ) : (
          <AppLink href={paths.parent(stored)}>{name}</AppLink>
        )}
        <span className={styles.quiet}>{placeOf(parent)}</span>
      </span>
      {trusts.length > 0 && (
        <ul className={styles.trusts} aria-label={`Trusts of ${name}`}>
          {trusts.map(({ audiences, expression, issuer, name: trustName, subject }) => (
            <li key={trustName}>
              <div className={styles.name}>{trustName}</div>
              <div className={styles.mono}>{issuer}</div>
              <div className={styles.mono}>{subject ?? expression}</div>
              {audiences[0] !== 'api://AzureADTokenExchange' && (
                <div className={styles.mono}>{audiences.join(', ')}</div>
              )}
            </li>
          ))}
        </ul>
      )}
      {roles.length > 0 && (
        <ul className={styles.trusts} aria-label={`Roles of ${name}`}>
          {roles.map(({ reason, roleId, scope }, index) => (
            <li key={`${roleId} ${scope}`}>
              <div className={styles.name}>{words[index]?.short ?? roleId}</div>
              <div className={styles.quiet}>{words[index]?.effect}</div>
              {reason !== undefined && <div className={styles.quiet}>Because: {reason}</div>}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** Where it lies, and whether it is made first. */
function placeOf(parent: SetUpItem['parent']): string {
  if (parent.kind === 'application') return ''
  if (parent.kind === 'newApplication') return 'New application'
  if (parent.kind === 'managedIdentity') return `in ${parent.resourceGroup}`
  const { groupLocation, location, resourceGroup } = parent
  return `New identity in ${location}, in ${groupLocation === undefined ? '' : 'the new group '}${resourceGroup}`
}
