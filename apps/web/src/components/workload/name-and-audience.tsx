import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { presetById, type TrustProposal } from '@trustwright/federation'
import type { Trust } from '@trustwright/shared-schemas'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { TextField } from '../forms/text-field.tsx'
import { shorten } from '../../lib/shorten.ts'
import { Fold } from '../../ui/fold.tsx'
import { audienceHelp, audienceReason } from './audience-words.ts'
import { asksForAudience, type TrustFormValues } from './trust-form.ts'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '16px', minWidth: 0 },
  close: { rowGap: 0 },
  value: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
  },
})

interface NameAndAudienceProps {
  readonly form: UseFormReturn<TrustFormValues>
  readonly proposal: TrustProposal
  /** How many trusts the form makes. */
  readonly total: number
  readonly sameName: Trust | null
  readonly parentName: string
  /** Only applications store one. */
  readonly asksForDescription: boolean
  /** The name is folded away too: its proposal is there already. */
  readonly folded?: boolean
}

/** The name, proposed and free to change; the audience, folded away because the proposal is nearly always right. */
export function NameAndAudience(props: NameAndAudienceProps) {
  const { form, proposal, total, sameName, parentName, asksForDescription } = props
  const { folded = false } = props
  const styles = useStyles()
  const [presetId, audience, description, name] = useWatch({
    control: form.control,
    name: ['presetId', 'audience', 'description', 'name'],
  })
  const refused = form.formState.errors.audience !== undefined
  const { title } = presetById(presetId)
  const shown = name === '' ? proposal.name : name
  const nameField = (
    <TextField
      control={form.control}
      name="name"
      label="Name"
      help={
        total === 1
          ? 'Cannot be changed later. Letters, digits, - and _, 3 to 120 of them.'
          : `Cannot be changed later. Each of the ${total} trusts gets its part behind it. Letters, digits, - and _.`
      }
      mono
      placeholder="Made from the fields above"
      notes={
        sameName === null
          ? []
          : [
              {
                severity: 'warn',
                text: `${parentName} has a trust named ${sameName.name}. Choose another name.`,
              },
            ]
      }
    />
  )
  return (
    <section className={mergeClasses(styles.section, folded && styles.close)} aria-label="Name and audience">
      {folded ? (
        <Fold
          isDue={form.formState.errors.name !== undefined}
          summary={
            <>
              Name: {shown === '' ? 'made from the workload' : <span className={styles.value}>{shown}</span>}
              {shown !== '' && shown === proposal.name && ' (proposed)'}
            </>
          }
        >
          {nameField}
        </Fold>
      ) : (
        nameField
      )}
      {!asksForAudience(presetId) && (
        <Fold
          isDue={refused}
          summary={
            <>
              Audience: <span className={styles.value}>{audience === '' ? proposal.audience : audience}</span>{' '}
              {audienceReason(audience, proposal, title)}
            </>
          }
        >
          <TextField
            control={form.control}
            name="audience"
            label="Audience"
            help={audienceHelp(proposal, title)}
            placeholder={proposal.audience === '' ? 'Made from the fields above' : proposal.audience}
            mono
          />
        </Fold>
      )}
      {asksForDescription && (
        <Fold
          isDue={form.formState.errors.description !== undefined}
          summary={`Description: ${description === '' ? 'none' : shorten(description, 60)}`}
        >
          <TextField
            control={form.control}
            name="description"
            label="Description"
            help="For people: Azure compares nothing with it. At most 600 characters."
            optional
            lines={2}
          />
        </Fold>
      )}
    </section>
  )
}
