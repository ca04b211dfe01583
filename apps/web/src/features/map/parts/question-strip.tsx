import { Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { AppLink, useGo } from '../../../components/app-link.tsx'
import { counted } from '../../../lib/words.ts'
import type { Answer, Question } from '../questions/question.ts'

const mostCards = 3

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '8px', '@media print': { display: 'none' } },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(148px, 100%), 1fr))',
    gap: '8px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    // One row, scrolled along: the trusts stand below it.
    '@media (max-width: 639px)': {
      gridTemplateColumns: 'none',
      gridAutoFlow: 'column',
      gridAutoColumns: '156px',
      overflowX: 'auto',
      padding: '2px',
    },
  },
  card: {
    display: 'grid',
    alignContent: 'start',
    rowGap: '2px',
    height: '100%',
    minHeight: '60px',
    padding: '6px 10px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  question: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  answer: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  more: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
})

interface QuestionStripProps {
  /** Those of subscriptions, most owners first. */
  readonly owners: readonly Question[]
  readonly fixed: readonly Question[]
  /** Undefined while it is worked out. */
  readonly answerOf: (question: Question) => Answer | undefined
  /** The query that the map shows. */
  readonly query: string
  readonly hrefOf: (query: string) => string
}

/** What people ask of a map, each one click away. */
export function QuestionStrip({ owners, fixed, answerOf, query, hrefOf }: QuestionStripProps) {
  const styles = useStyles()
  const id = useId()
  const go = useGo()
  const cards = [...owners.slice(0, mostCards), ...fixed]
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        Ask the map
      </h2>
      <ul className={styles.list}>
        {cards.map((question) => (
          <li key={question.id}>
            <AppLink
              plain
              href={hrefOf(question.query)}
              className={mergeClasses(styles.card, question.query === query && styles.chosen)}
              aria-current={question.query === query ? 'true' : undefined}
            >
              <span className={styles.question}>{question.text}</span>
              <span className={styles.answer}>{answerOf(question)?.short ?? 'Counting'}</span>
            </AppLink>
          </li>
        ))}
      </ul>
      {owners.length > mostCards && (
        <div className={styles.more}>
          <label htmlFor={`${id}-more`}>Who can become Owner on</label>
          <Select
            id={`${id}-more`}
            value={owners.find((question) => question.query === query)?.id ?? ''}
            onChange={(_, { value }) => {
              const chosen = owners.find((question) => question.id === value)
              if (chosen !== undefined) go(hrefOf(chosen.query))
            }}
          >
            <option value="">One of {counted(owners.length, 'subscription')}</option>
            {owners.map((question) => (
              <option key={question.id} value={question.id}>
                {question.subject}
              </option>
            ))}
          </Select>
        </div>
      )}
    </section>
  )
}
