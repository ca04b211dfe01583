import { skipToken, useQuery } from '@tanstack/react-query'
import { makeStyles, tokens } from '@fluentui/react-components'
import type { IssuerProbe } from '@trustwright/shared-schemas'
import { issuerProbeQuery } from '../../api/diagnosis-queries.ts'
import { counted } from '../../lib/words.ts'
import { CauseNotes } from './cause-notes.tsx'
import { toCause } from './to-cause.ts'
import { useRested } from './use-rested.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

const restMs = 900

interface IssuerProbeNotesProps {
  /** Empty while it is not typed, or not worth asking for. */
  readonly issuer: string
  /** Codes that the page says itself. */
  readonly hidden: readonly string[]
}

/** The issuer as Entra would read it now, asked once the field rests. */
export function IssuerProbeNotes({ issuer, hidden }: IssuerProbeNotesProps) {
  const styles = useStyles()
  const rested = useRested(issuer, restMs) ?? ''
  const query = issuerProbeQuery({ issuer: rested })
  const isWorth = rested.startsWith('https://') && URL.canParse(rested)
  const { data, isFetching } = useQuery(isWorth ? query : { ...query, queryFn: skipToken })
  if (!isWorth) return null
  if (data === undefined) {
    return isFetching ? <p className={styles.quiet}>Reading the issuer’s keys, as Entra would.</p> : null
  }
  const causes = data.causes.filter(({ code, severity }) => severity !== 'info' && !hidden.includes(code))
  return causes.length > 0 ? (
    <CauseNotes causes={causes.map(toCause)} />
  ) : (
    <p className={styles.quiet}>{readWords(data)}</p>
  )
}

function readWords({ document, keys }: IssuerProbe): string {
  if (document.outcome !== 'read' || keys?.outcome !== 'read') return 'The issuer was not read completely.'
  return `The issuer answers: its document names it to the letter, with ${counted(keys.list.length, 'key')}.`
}
