import { Button, Input, makeStyles, tokens } from '@fluentui/react-components'
import { PersonAdd20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { ReviewMember } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { problemText } from '../../../api/problem-text.ts'
import { reviewersSearchQuery } from '../../../api/review-queries.ts'
import { announce } from '../../../components/announcer.tsx'
import { useRested } from '../../../components/checks/use-rested.ts'

const useStyles = makeStyles({
  search: { display: 'grid', rowGap: '4px', maxWidth: '640px' },
  label: { fontWeight: tokens.fontWeightSemibold },
  found: { display: 'grid', justifyItems: 'start', listStyleType: 'none', margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  username: { color: tokens.colorNeutralForeground2, marginLeft: '8px', fontWeight: 'normal' },
})

const restMs = 300

/** Finds people of the tenant by name. Where the directory may not be read, user names can still be typed. */
export function ReviewerSearch({ onChoose }: { readonly onChoose: (member: ReviewMember) => void }) {
  const styles = useStyles()
  const [text, setText] = useState('')
  const rested = useRested(text.trim(), restMs)
  const people = useQuery({ ...reviewersSearchQuery(rested ?? ''), enabled: (rested ?? '') !== '' })
  const problem = people.error === null ? null : problemText(people.error)
  const found = people.data?.people ?? []
  return (
    <div className={styles.search}>
      <label className={styles.label} htmlFor="review-people">
        Find a person
      </label>
      <Input
        id="review-people"
        type="search"
        value={text}
        autoComplete="off"
        aria-describedby="review-people-found"
        onChange={(_, { value }) => setText(value)}
        onKeyDown={(event) => {
          // Enter would send the whole form.
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <div id="review-people-found" aria-live="polite" className={styles.quiet}>
        {text.trim() === ''
          ? 'By the beginning of a name or user name.'
          : problem !== null
            ? `${problem.cause} ${problem.nextStep}`
            : people.data === undefined
              ? 'Looking'
              : found.length === 0
                ? 'Nobody in this tenant is called so.'
                : null}
      </div>
      {text.trim() !== '' && found.length > 0 && (
        <ul className={styles.found} aria-label="People found">
          {found.map((member) => (
            <li key={member.username}>
              <Button
                appearance="subtle"
                icon={<PersonAdd20Regular />}
                onClick={() => {
                  onChoose(member)
                  setText('')
                  document.getElementById('review-people')?.focus()
                  announce(`${member.displayName || member.username} decides as well`)
                }}
              >
                {member.displayName || member.username}
                <span className={styles.username}>{member.username}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
