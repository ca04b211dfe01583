import { makeStyles, tokens } from '@fluentui/react-components'
import type { Trust } from '@trustwright/shared-schemas'
import { roleTitle } from '../../components/access/assignment-words.ts'
import { readScope } from '../../components/access/scope-words.ts'
import { useHeldRoles } from '../../components/access/use-held-roles.ts'
import { useNow } from '../../components/use-now.ts'
import { exactTime, relativeTime } from '../../lib/time.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

/** Before a trust is deleted: whether somebody used it, and what it opened for them. */
export function WhatDepends({ trust }: { readonly trust: Trust }) {
  const styles = useStyles()
  const now = useNow()
  const { assignments } = useHeldRoles(trust.parent)
  const seenAt = trust.seen === null ? null : Date.parse(trust.seen.at)
  return (
    <>
      <p className={styles.quiet}>
        {seenAt === null
          ? 'It was never seen working here. That does not say that nobody uses it.'
          : `It was seen working ${relativeTime(seenAt, now)}, ${exactTime(seenAt)}.`}
      </p>
      {assignments !== null && <p className={styles.quiet}>{opened(assignments.map(onScope))}</p>}
    </>
  )
}

type Assignments = NonNullable<ReturnType<typeof useHeldRoles>['assignments']>

function onScope(one: Assignments[number]): string {
  return `${roleTitle(one)} on ${readScope(one.scope).name}`
}

const most = 3

/** `Who signs in by it loses Contributor on rg-pay and 2 other roles.` */
function opened(roles: readonly string[]): string {
  const each = [...new Set(roles)]
  if (each.length === 0) return 'It opens no role that you can read.'
  const others = each.length - most
  const more = others > 0 ? ` and ${others} more` : ''
  return `What it opens now: ${each.slice(0, most).join(', ')}${more}. The roles stay.`
}
