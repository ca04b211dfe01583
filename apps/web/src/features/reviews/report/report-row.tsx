import { makeStyles, tokens } from '@fluentui/react-components'
import type { AuditLink, ReviewEvidenceRow } from '@trustwright/shared-schemas'
import { exactTime } from '../../../lib/time.ts'
import { decisionWords, outcomeWords } from '../review-words.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    rowGap: '2px',
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    breakInside: 'avoid',
    overflowWrap: 'anywhere',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  mono: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})

/** One trust of the report, all of it in plain text. */
export function ReportRow({ row }: { readonly row: ReviewEvidenceRow }) {
  const styles = useStyles()
  const { applied, decided, earlier, findings, note, opens, owners, suggestion } = row
  const time = (at: string) => exactTime(Date.parse(at))
  return (
    <li className={styles.row}>
      <span className={styles.name}>{`${String(row.ordinal)}. ${row.name} on ${row.identityName}`}</span>
      <span className={styles.mono}>{row.issuer}</span>
      <span className={styles.mono}>{row.subject ?? row.expression ?? 'no subject'}</span>
      <span>
        {`Opens ${opens === null ? 'what could not be read' : opens.map(({ name, scope }) => `${name} on ${scope}`).join('; ') || 'nothing that could be read'}. `}
        {`Owners: ${owners === null ? 'not read' : owners.join(', ') || 'nobody'}. ${row.lastUse}`}
      </span>
      {findings.map(({ rule, severity, title }) => (
        <span key={`${rule} ${title}`}>{`Finding, ${severity}: ${title}`}</span>
      ))}
      <span>{`Suggested: ${suggestion.decision}. ${suggestion.evidence}`}</span>
      <span>
        {decided === null
          ? 'Nobody decided.'
          : `${decisionWords[decided.decision]}, decided by ${decided.by.username} on ${time(decided.at)}${decided.reason === '' ? '.' : `: ${decided.reason}`}`}{' '}
        <Link link={row.decisionLink} />
      </span>
      {note !== '' && <span>{`Note: ${note}`}</span>}
      {earlier.map((form) => (
        <span key={form.replacedAt}>
          {`Taken anew by ${form.replacedBy.username} on ${time(form.replacedAt)}. Before: ${form.issuer}, ${form.subject ?? form.expression ?? 'no subject'}, ${form.audiences.join(', ')}; ${
            form.decided === null
              ? 'nobody had decided.'
              : `${decisionWords[form.decided.decision]}, decided by ${form.decided.by.username} on ${time(form.decided.at)}.`
          }`}
        </span>
      ))}
      {applied !== null && (
        <span>
          {`${outcomeWords[applied.outcome]}${applied.at === null ? '' : ` on ${time(applied.at)}`}. ${applied.detail ?? ''} `}
          <Link link={row.removalLink} />
        </span>
      )}
    </li>
  )
}

function Link({ link }: { readonly link: AuditLink | null }) {
  const styles = useStyles()
  return link === null ? null : (
    <span className={styles.mono}>{`(link ${String(link.number)} ${link.hash})`}</span>
  )
}
