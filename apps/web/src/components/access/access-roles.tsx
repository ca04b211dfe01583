import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Delete20Regular } from '@fluentui/react-icons'
import type { NewRoleAssignment } from '@trustwright/shared-schemas'
import type { RoleWords } from './use-role-words.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '8px' },
  role: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '12px',
    alignItems: 'center',
    padding: '8px 8px 8px 16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: '16px' },
})

interface AccessRolesProps {
  readonly roles: readonly NewRoleAssignment[]
  /** In the same order. */
  readonly words: readonly RoleWords[]
  readonly onRemove: (index: number) => void
}

/** The roles that were chosen so far. */
export function AccessRoles({ roles, words, onRemove }: AccessRolesProps) {
  const styles = useStyles()
  return (
    <ul className={styles.list} aria-label="Roles it gets">
      {roles.map(({ roleId, scope, reason }, index) => {
        const short = words[index]?.short ?? roleId
        return (
          <li key={`${roleId} ${scope}`} className={styles.role}>
            <span className={styles.words}>
              <span className={styles.name}>{short}</span>
              <span className={styles.quiet}>{words[index]?.effect}</span>
              {reason !== undefined && <span className={styles.quiet}>Because: {reason}</span>}
            </span>
            <Button
              appearance="subtle"
              icon={<Delete20Regular />}
              aria-label={`Leave out ${short}`}
              onClick={() => onRemove(index)}
            />
          </li>
        )
      })}
    </ul>
  )
}
