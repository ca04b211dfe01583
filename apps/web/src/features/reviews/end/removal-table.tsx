import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { ReviewRemoval } from '@trustwright/shared-schemas'
import { useMemo, type ReactNode } from 'react'
import { removalsPage, reviewRemovalsQuery } from '../../../api/review-queries.ts'
import { AppLink } from '../../../components/app-link.tsx'
import { RowTable, type TableColumn } from '../../../components/row-table.tsx'
import { TrustLine } from '../../../components/trust-line.tsx'
import { count } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { outcomeWords } from '../review-words.ts'

const useStyles = makeStyles({
  cell: { display: 'grid', rowGap: '2px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface Row {
  readonly key: string
  readonly reviewId: string
  /** From 0. */
  readonly place: number
}

/** Each trust that is to go, or went, with who decided and what became of it. Only what is in sight is read. */
export function RemovalTable({
  removals,
  reviewId,
}: {
  readonly reviewId: string
  readonly removals: number
}) {
  const rows = useMemo(
    () => Array.from({ length: removals }, (_, place): Row => ({ key: String(place), reviewId, place })),
    [removals, reviewId],
  )
  return <RowTable label="Removals" columns={columns} rows={rows} />
}

type Part = (props: { readonly removal: ReviewRemoval }) => ReactNode

/** One cell of a row whose page may still be on its way. */
function Cell({ row: { place, reviewId }, part: Shown }: { readonly row: Row; readonly part: Part }) {
  const page = useQuery(reviewRemovalsQuery(reviewId, Math.floor(place / removalsPage)))
  const removal = page.data?.removals[place % removalsPage]
  if (removal !== undefined) return <Shown removal={removal} />
  return Shown === Trust ? (page.isError ? 'Could not be read' : `Removal ${count(place + 1)}`) : null
}

const columns: readonly TableColumn<Row>[] = [
  {
    title: 'Trust',
    cell: (row) => <Cell row={row} part={Trust} />,
  },
  {
    title: 'Decided',
    width: '24%',
    cell: (row) => <Cell row={row} part={Decided} />,
  },
  { title: 'Result', width: '30%', cell: (row) => <Cell row={row} part={Result} /> },
]

function Trust({ removal }: { readonly removal: ReviewRemoval }) {
  const { expression, identityName, issuer, name, parent, subject } = removal
  return (
    <TrustLine
      issuer={issuer}
      subject={subject}
      expression={expression}
      identity={{ kind: parent.kind, name: identityName }}
      href={paths.trust({ parent, trustName: name })}
    />
  )
}

function Decided({ removal: { bySilence, decided } }: { readonly removal: ReviewRemoval }) {
  const styles = useStyles()
  if (bySilence || decided === null) return 'Nobody: silence removes'
  return (
    <span className={styles.cell}>
      <span>{decided.by.username}</span>
      {decided.reason !== '' && <span className={styles.quiet}>{decided.reason}</span>}
    </span>
  )
}

const meanwhileWords = {
  same: 'Not removed yet',
  'not-read': 'Not removed yet',
  changed: 'Changed since the decision: will be left alone',
  gone: 'Gone already',
} as const

function Result({ removal: { applied, meanwhile, parent } }: { readonly removal: ReviewRemoval }) {
  const styles = useStyles()
  if (applied === null) return meanwhileWords[meanwhile]
  return (
    <span className={styles.cell}>
      <span>{outcomeWords[applied.outcome]}</span>
      {applied.detail !== null && <span className={styles.quiet}>{applied.detail}</span>}
      {applied.nextStep !== null && <span className={styles.quiet}>{applied.nextStep}</span>}
      {applied.outcome === 'done' && (
        <AppLink href={paths.parent(parent, { deleted: applied.deletedTrustId ?? undefined })}>
          Make it again
        </AppLink>
      )}
    </span>
  )
}
