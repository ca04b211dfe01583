import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { parentTrustsQuery } from '../../api/parent-queries.ts'
import { ActionLink } from '../../components/action-link.tsx'
import { isGone } from '../../components/parent/gone-identities.ts'
import { parentNoun } from '../../components/parent/parent-words.ts'
import { RestoreButton } from '../../components/parent/restore-button.tsx'
import { EmptyState } from '../../components/state-views.tsx'
import { paths, type TrustKey } from '../../paths.ts'
import { TrustHistory } from './history/trust-history.tsx'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
})

/** In the place of a trust that Azure does not have, or does not show: what became of it, as far as anybody knows. */
export function GoneTrust({ trustKey }: { readonly trustKey: TrustKey }) {
  const styles = useStyles()
  const queries = useQueryClient()
  const { parent, trustName } = trustKey
  const noun = parentNoun(parent)
  const siblings = useQuery(parentTrustsQuery(parent))
  const isParentGone = isGone(siblings.error)
  const deleted = siblings.data?.deleted.find(
    ({ trust }) => trust.name.toLowerCase() === trustName.toLowerCase(),
  )
  return (
    <div className={styles.page}>
      <EmptyState
        kind="nothing-yet"
        title={
          isParentGone ? `Azure shows neither this trust nor its ${noun}` : 'Azure does not have this trust'
        }
        action={
          <div className={styles.row}>
            {deleted !== undefined && (
              <RestoreButton
                parent={parent}
                deleted={deleted}
                reasonId={null}
                primary
                onRestored={() => void queries.invalidateQueries({ queryKey: ['readTrust', trustKey] })}
              />
            )}
            {isParentGone ? (
              <ActionLink href={paths.trusts()}>Look through your trusts</ActionLink>
            ) : (
              <ActionLink href={paths.parent(parent)}>Look at the {noun}’s other trusts</ActionLink>
            )}
          </div>
        }
      >
        {isParentGone
          ? `The ${noun} was deleted with its trusts, or you lost the right to read it: Azure answers both alike. Nothing can sign in by a trust whose ${noun} is gone.`
          : deleted === undefined
            ? 'It was deleted, or never had this name. It was not deleted through this portal within 30 days, so nothing can be restored here.'
            : `${deleted.deletedBy} deleted it here. Restoring makes a new trust with the same values.`}
      </EmptyState>
      <section aria-labelledby="history">
        <h2 className={styles.title} id="history">
          What is known of it
        </h2>
        <TrustHistory trustKey={trustKey} />
      </section>
    </div>
  )
}
