import { makeStyles, tokens } from '@fluentui/react-components'
import { segmentClaims, type TokenReading } from '@trustwright/federation'
import { ClaimStrip } from '../../../components/claim-strip.tsx'
import { useCloud } from '../../../components/use-cloud.ts'
import { Callout } from '../../../ui/callout.tsx'

const useStyles = makeStyles({
  strip: {
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
})

/** The three claims of a pasted token that Azure compares. */
export function TokenClaims({ reading }: { readonly reading: TokenReading }) {
  const styles = useStyles()
  const cloud = useCloud()
  const { iss, sub, aud } = reading.claims
  const audience: unknown = Array.isArray(aud) ? aud[0] : aud
  return (
    <>
      <div className={styles.strip}>
        <ClaimStrip
          stored
          copy={false}
          claims={segmentClaims(
            { issuer: textOf(iss), subject: textOf(sub), audiences: [textOf(audience)] },
            cloud,
          )}
        />
      </div>
      {reading.warnings.map((text) => (
        <Callout key={text} intent="warning" title="About this token">
          <p>{text}</p>
        </Callout>
      ))}
      <Callout intent="information" title="The token was read in this browser only">
        <p>Nothing of it was sent, and the draft keeps its platform and names alone.</p>
      </Callout>
    </>
  )
}

function textOf(claim: unknown): string {
  return typeof claim === 'string' ? claim : ''
}
