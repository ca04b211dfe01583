import { Button, makeStyles } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons'
import { saveFile } from '../../lib/save-file.ts'
import { counted } from '../../lib/words.ts'
import { Callout } from '../../ui/callout.tsx'
import { refusedCsv } from './bulk-csv.ts'
import { problemWords } from './bulk-row.ts'
import { Section } from './section.tsx'
import type { SpreadPlan } from './spread-rows.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '4px' },
})

const shownAtOnce = 20

interface PlanSectionProps {
  readonly plan: SpreadPlan
  readonly columns: readonly string[]
}

/** What will be asked of Azure, and what will not, before anything is asked. */
export function PlanSection({ plan, columns }: PlanSectionProps) {
  return (
    <Section title="3. The plan">
      <p aria-live="polite">{planWords(plan)}</p>
      <Refused plan={plan} columns={columns} />
      {plan.noRoom.length > 0 && (
        <Callout intent="warning" title={`${counted(plan.noRoom.length, 'row')} found no room`}>
          <p>Choose more identities, or let new ones be made.</p>
        </Callout>
      )}
    </Section>
  )
}

/** `60 trusts on 4 identities. 2 rows ask for the same as another and count once.` */
export function planWords({ placed, twice, uses }: SpreadPlan): string {
  const fresh = placed.filter(({ there }) => !there)
  const trusts = fresh.reduce((sum, row) => sum + row.trusts.length, 0)
  const used = uses.filter(({ added }) => added > 0).length
  const there = placed.length - fresh.length
  return [
    trusts === 0 && there === 0
      ? 'Nothing is planned yet.'
      : `${counted(trusts, 'new trust')} on ${counted(used, 'identity', 'identities')}.`,
    ...(there === 0 ? [] : [`${counted(there, 'row')} ${there === 1 ? 'is' : 'are'} there already.`]),
    ...(twice.length === 0
      ? []
      : [
          `${counted(twice.length, 'row')} ${twice.length === 1 ? 'asks for the same as another and counts' : 'ask for the same as others and count'} once.`,
        ]),
  ].join(' ')
}

function Refused({ plan, columns }: PlanSectionProps) {
  const styles = useStyles()
  const { refused } = plan
  if (refused.length === 0) return null
  const save = () => saveFile('refused-rows.csv', 'text/csv', refusedCsv(columns, refused))
  return (
    <Callout
      intent="warning"
      title={`${counted(refused.length, 'row')} ${refused.length === 1 ? 'needs' : 'need'} a change`}
      actions={
        <Button icon={<ArrowDownload20Regular />} onClick={save}>
          Download these rows
        </Button>
      }
    >
      <p>
        The other rows go on without {refused.length === 1 ? 'it' : 'them'}. Mend the file and bring it in
        again.
      </p>
      <ul className={styles.list} aria-label="Rows that need a change">
        {refused
          .slice(0, shownAtOnce)
          .map(({ row, problems }) =>
            problems.map((problem) => (
              <li key={`${row.number} ${problem.field} ${problem.message}`}>
                {problemWords(row.number, problem)}
              </li>
            )),
          )}
      </ul>
      {refused.length > shownAtOnce && (
        <p>{counted(refused.length - shownAtOnce, 'more row')} in the download.</p>
      )}
    </Callout>
  )
}
