import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { presetById, type TrustProposal } from '@trustwright/federation'
import type { Trust } from '@trustwright/shared-schemas'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { TextField } from '../forms/text-field.tsx'
import { shorten } from '../../lib/shorten.ts'
import { audienceHelp, audienceReason } from './audience-words.ts'
import { asksForAudience, type TrustFormValues } from './trust-form.ts'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '16px', minWidth: 0 },
  close: { rowGap: '8px' },
  folded: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  summary: {
    cursor: 'pointer',
    padding: '6px 12px',
    minHeight: '24px',
    lineHeight: '24px',
    overflowWrap: 'anywhere',
  },
  value: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  inside: { padding: '4px 12px 12px' },
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
        <details className={styles.folded} {...(form.formState.errors.name ? { open: true } : {})}>
          <summary className={styles.summary}>
            Name: {shown === '' ? 'made from the workload' : <span className={styles.value}>{shown}</span>}
            {shown !== '' && shown === proposal.name && ' (proposed)'}
          </summary>
          <div className={styles.inside}>{nameField}</div>
        </details>
      ) : (
        nameField
      )}
      {!asksForAudience(presetId) && (
        <details className={styles.folded} {...(refused ? { open: true } : {})}>
          <summary className={styles.summary}>
            Audience: <span className={styles.value}>{audience === '' ? proposal.audience : audience}</span>{' '}
            {audienceReason(audience, proposal, title)}
          </summary>
          <div className={styles.inside}>
            <TextField
              control={form.control}
              name="audience"
              label="Audience"
              help={audienceHelp(proposal, title)}
              placeholder={proposal.audience === '' ? 'Made from the fields above' : proposal.audience}
              mono
            />
          </div>
        </details>
      )}
      {asksForDescription && (
        <details className={styles.folded} {...(form.formState.errors.description ? { open: true } : {})}>
          <summary className={styles.summary}>
            Description: {description === '' ? 'none' : shorten(description, 60)}
          </summary>
          <div className={styles.inside}>
            <TextField
              control={form.control}
              name="description"
              label="Description"
              help="For people: Azure compares nothing with it. At most 600 characters."
              optional
              lines={2}
            />
          </div>
        </details>
      )}
    </section>
  )
}
