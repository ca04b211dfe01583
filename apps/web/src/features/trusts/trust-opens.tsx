import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Warning16Filled } from '@fluentui/react-icons'
import { AppLink } from '../../components/app-link.tsx'
import { gapText, type Opened, type ParentAccess } from '../../components/inventory/parent-access.ts'
import { counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '8px', minWidth: 0 },
  list: { listStyleType: 'none', display: 'grid', rowGap: '4px', margin: 0, padding: 0 },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 8px', overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  warns: { display: 'inline-flex', color: tokens.colorStatusWarningForeground3 },
  quiet: { color: tokens.colorNeutralForeground2 },
  small: { fontSize: tokens.fontSizeBase200 },
})

const most = 8

const kindWords: Readonly<Record<Opened['kind'], string>> = {
  role: 'Azure role',
  'directory-role': 'Directory role',
  'app-role': 'API permission',
}

/** What whoever signs in by the trust may do, worst first; what could not be read is named. */
export function TrustOpens({ access }: { readonly access: ParentAccess }) {
  const styles = useStyles()
  const { opened, gaps } = access
  const each = opened ?? []
  return (
    <div className={styles.box}>
      {each.length === 0 && (
        <p>
          {opened === null
            ? 'What it opens could not be read.'
            : gaps.length === 0
              ? 'Nothing: it can sign in, and no role or permission lets it do anything.'
              : 'Nothing was found in what could be read.'}
        </p>
      )}
      <ul className={styles.list} aria-label="What it opens">
        {each.slice(0, most).map(({ kind, name, place, scope, warns, conditioned }) => (
          <li className={styles.item} key={`${kind} ${name} ${scope} ${place}`}>
            {warns && (
              <span className={styles.warns}>
                <Warning16Filled aria-label="Look twice:" />
              </span>
            )}
            <span className={styles.name}>{name}</span>
            <span>{place}</span>
            <span className={mergeClasses(styles.quiet, styles.small)}>
              {kindWords[kind]}
              {conditioned ? ', narrowed by a condition' : ''}
            </span>
            {kind === 'role' && scope !== '' && (
              <AppLink
                className={styles.small}
                href={paths.trusts({ q: `role:"${name}" scope:"${scope}"` })}
                aria-label={`Every trust that is ${name} on ${place}`}
              >
                who else
              </AppLink>
            )}
          </li>
        ))}
      </ul>
      {each.length > most && (
        <p className={styles.quiet}>And {counted(each.length - most, 'more', 'more')}.</p>
      )}
      {gaps.length > 0 && (
        <p className={mergeClasses(styles.quiet, styles.small)}>
          Not known: {gaps.map(({ what, because }) => `${what} (${gapText(because)})`).join(', ')}.
        </p>
      )}
    </div>
  )
}
