import { makeStyles, tokens } from '@fluentui/react-components'
import type { FindingGroup } from '@trustwright/shared-schemas'
import { AppLink } from '../../components/app-link.tsx'
import { SeverityBadge } from '../../components/findings/severity-badge.tsx'
import { count, counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { Fold } from '../../ui/fold.tsx'
import { gapLines } from './gap-words.ts'
import { splitWords, worstFirst, worstOf } from './group-order.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  item: {
    display: 'grid',
    gridTemplateColumns: '96px minmax(0, 1fr) auto',
    gap: '4px 16px',
    padding: '12px 16px',
    '& + &': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  words: {
    display: 'grid',
    rowGap: '2px',
    alignContent: 'start',
    minWidth: 0,
    '@media (max-width: 639px)': { gridRow: 2, gridColumn: '1 / -1' },
  },
  title: { fontWeight: tokens.fontWeightSemibold, width: 'fit-content' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  counts: { display: 'grid', justifyItems: 'end', rowGap: '2px', alignContent: 'start' },
  number: { fontSize: tokens.fontSizeBase500, lineHeight: '24px', fontVariantNumeric: 'tabular-nums' },
  plain: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '8px' },
})

interface FindingGroupsProps {
  readonly groups: readonly FindingGroup[]
  /** Parts of the address that stay, such as whose findings. */
  readonly search: Readonly<Record<string, string | undefined>>
}

/** What is wrong, by rule, worst first; and the rules that found nothing, with what they could not judge. */
export function FindingGroupList({ groups, search }: FindingGroupsProps) {
  const styles = useStyles()
  const found = worstFirst(groups)
  const quiet = groups.filter(({ states }) => states.active === 0)
  return (
    <>
      {found.length > 0 && (
        <ul className={styles.list} aria-label="Findings by rule">
          {found.map((group) => (
            <Group key={group.rule} group={group} search={search} />
          ))}
        </ul>
      )}
      {quiet.length > 0 && (
        <Fold summary={`${counted(quiet.length, 'rule')} with nothing open`}>
          <ul className={styles.plain}>
            {quiet.map((group) => (
              <li key={group.rule}>
                {group.states.accepted + group.states.fixed > 0 ? (
                  <AppLink
                    href={paths.findings({
                      ...search,
                      rule: group.rule,
                      state: group.states.accepted > 0 ? 'accepted' : 'fixed',
                    })}
                  >
                    {group.title}
                  </AppLink>
                ) : (
                  group.title
                )}
                <SmallLines group={group} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  )
}

function Group({
  group,
  search,
}: {
  readonly group: FindingGroup
  readonly search: FindingGroupsProps['search']
}) {
  const styles = useStyles()
  return (
    <li className={styles.item}>
      <SeverityBadge severity={worstOf(group) ?? group.severity} />
      <div className={styles.words}>
        <AppLink className={styles.title} href={paths.findings({ ...search, rule: group.rule })}>
          {group.title}
        </AppLink>
        <span className={styles.quiet}>{group.because}</span>
        <SmallLines group={group} />
      </div>
      <div className={styles.counts}>
        <span className={styles.number}>{count(group.states.active)}</span>
        <span className={styles.small}>open</span>
        {splitWords(group) !== null && <span className={styles.small}>{splitWords(group)}</span>}
      </div>
    </li>
  )
}

function SmallLines({ group }: { readonly group: FindingGroup }) {
  const styles = useStyles()
  const { accepted, fixed } = group.states
  const done = [
    ...(accepted === 0 ? [] : [`${count(accepted)} accepted`]),
    ...(fixed === 0 ? [] : [`${count(fixed)} fixed`]),
  ]
  return (
    <>
      {done.length > 0 && <div className={styles.small}>{done.join(' · ')}</div>}
      {gapLines(group).map((line) => (
        <div className={styles.small} key={line}>
          {line}
        </div>
      ))}
    </>
  )
}
