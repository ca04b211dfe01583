import { Select, makeStyles } from '@fluentui/react-components'
import type { Cluster } from '@trustwright/shared-schemas'
import { useForm } from 'react-hook-form'
import { ChoiceField } from '../../../components/forms/choice-field.tsx'
import { FieldFrame, describedBy } from '../../../components/forms/field-frame.tsx'
import { counted } from '../../../lib/words.ts'
import type { ClusterOffer } from './cluster-offers.ts'

const useStyles = makeStyles({ field: { width: '100%', maxWidth: '640px' } })

const field = 'cluster-choice'
/** More are read better in a list than side by side. */
const mostCards = 6

interface ClusterChoiceProps {
  readonly offers: readonly ClusterOffer[]
  /** Its resource ID; empty while none is chosen. */
  readonly chosen: string
  readonly onChoose: (resourceId: string | null) => void
}

/** Each cluster with where it lies and who trusts the service account on it: a few as cards, many as a list. */
export function ClusterChoice({ offers, chosen, onChoose }: ClusterChoiceProps) {
  const styles = useStyles()
  const form = useForm({ values: { [field]: chosen } })
  const words = {
    label: 'Cluster',
    help: `${counted(offers.length, 'cluster')}. Its issuer is taken from Azure.`,
  }
  if (offers.length <= mostCards) {
    return (
      <ChoiceField
        control={form.control}
        name={field}
        {...words}
        look="tiles"
        choices={offers.map(({ cluster, trustedBy }) => ({
          value: cluster.resourceId,
          label: cluster.clusterName,
          help: [placeOf(cluster), ...trustedWords(trustedBy)].join('. '),
        }))}
        onChoice={onChoose}
      />
    )
  }
  return (
    <FieldFrame name={field} {...words} error={undefined}>
      <Select
        {...describedBy(field, words, undefined)}
        className={styles.field}
        value={chosen}
        onChange={(_, { value }) => onChoose(value === '' ? null : value)}
      >
        <option value="">Choose a cluster</option>
        {offers.map(({ cluster, trustedBy }) => (
          <option key={cluster.resourceId} value={cluster.resourceId}>
            {[`${cluster.clusterName} (${placeOf(cluster)})`, ...trustedWords(trustedBy)].join('. ')}
          </option>
        ))}
      </Select>
    </FieldFrame>
  )
}

function placeOf({ resourceGroup, location, issuer }: Cluster): string {
  return [resourceGroup, location, ...(issuer === null ? ['no issuer yet'] : [])].join(', ')
}

function trustedWords(trustedBy: readonly string[]): readonly string[] {
  return trustedBy.length === 0 ? [] : [`Trusted already by ${trustedBy.join(' and ')}`]
}
