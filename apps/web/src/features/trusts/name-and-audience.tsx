import { makeStyles, tokens } from '@fluentui/react-components'
import { defaultAudience, type Cloud } from '@trustwright/federation'
import type { IdentityPath, Trust } from '@trustwright/shared-schemas'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { TextField } from '../../components/forms/text-field.tsx'
import { asksForAudience, type TrustFormValues } from './trust-form.ts'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '16px', minWidth: 0 },
  folded: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  summary: {
    cursor: 'pointer',
    padding: '8px 12px',
    minHeight: '24px',
    lineHeight: '24px',
    overflowWrap: 'anywhere',
  },
  value: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  inside: { padding: '4px 12px 12px' },
})

interface NameAndAudienceProps {
  readonly form: UseFormReturn<TrustFormValues>
  readonly sameName: Trust | null
  readonly cloud: Cloud
  readonly identity: IdentityPath | null
}

/** The name, proposed and free to change; the audience, folded away because the default is nearly always right. */
export function NameAndAudience({ form, sameName, cloud, identity }: NameAndAudienceProps) {
  const styles = useStyles()
  const [presetId, audience] = useWatch({ control: form.control, name: ['presetId', 'audience'] })
  const isUsual = audience === defaultAudience(cloud)
  const refused = form.formState.errors.audience !== undefined
  return (
    <section className={styles.section} aria-label="Name and audience">
      <TextField
        control={form.control}
        name="name"
        label="Name"
        help="Cannot be changed later. Letters, digits, - and _, 3 to 120 of them."
        mono
        placeholder="Made from the fields above"
        notes={
          sameName === null
            ? []
            : [
                {
                  severity: 'warn',
                  text: `${identity?.identityName ?? 'The identity'} has a trust named ${sameName.name}. Choose another name.`,
                },
              ]
        }
      />
      {!asksForAudience(presetId) && (
        <details className={styles.folded} {...(refused ? { open: true } : {})}>
          <summary className={styles.summary}>
            Audience: <span className={styles.value}>{audience === '' ? 'empty' : audience}</span>
            {isUsual ? ' (the usual one)' : ''}
          </summary>
          <div className={styles.inside}>
            <TextField
              control={form.control}
              name="audience"
              label="Audience"
              help={`The token's “aud”. Azure's own tools ask for ${defaultAudience(cloud)}; another one needs a workload that asks for it.`}
              mono
            />
          </div>
        </details>
      )}
    </section>
  )
}
