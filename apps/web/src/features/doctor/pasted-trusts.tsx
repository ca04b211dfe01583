import { Textarea, makeStyles, tokens } from '@fluentui/react-components'
import { pasteLimit, type PastedTrust, type PasteReading } from '@trustwright/federation'
import { useEffect, useState } from 'react'
import { useCloud } from '../../components/use-cloud.ts'
import { scopeOfPasted } from './scope-of-pasted.ts'
import { noTenant, type Scope } from './scope.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', paddingTop: '8px' },
  summary: { cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
  help: { color: tokens.colorNeutralForeground2, maxWidth: '88ch' },
  text: { fontFamily: tokens.fontFamilyMonospace },
})

const load = () => import('../../lib/paste-reader.ts')

interface PastedTrustsProps {
  readonly onScope: (scope: Scope) => void
}

/** Without a session: trusts to compare with, as `az` prints them or as code writes them. */
export function PastedTrusts({ onScope }: PastedTrustsProps) {
  const styles = useStyles()
  const cloud = useCloud()
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  useEffect(() => {
    let isCurrent = true
    if (text.trim() === '') {
      onScope(noTenant)
      return undefined
    }
    void load()
      .then(({ understandPaste }) => draftsOf(understandPaste(text, { cloud, hosts: { github: [] } })))
      // Without the reader of pastes nothing is compared, which the line below says.
      .catch(() => [])
      .then((drafts) => {
        if (!isCurrent) return undefined
        setSaid(drafts.length === 0 ? 'No trust was read in it.' : `Compared with ${drafts.length} of it.`)
        return onScope(scopeOfPasted(drafts))
      })
    return () => {
      isCurrent = false
    }
  }, [text, cloud, onScope])
  return (
    <details>
      <summary className={styles.summary}>Compare with trusts that you paste</summary>
      <div className={styles.box}>
        <label className={styles.help} htmlFor="doctor-trusts">
          What <code>az identity federated-credential list</code> or{' '}
          <code>az ad app federated-credential list</code> prints, or the code that makes them. It is read in
          this browser as well.
        </label>
        <Textarea
          id="doctor-trusts"
          textarea={{ className: styles.text }}
          resize="vertical"
          rows={4}
          value={text}
          maxLength={pasteLimit}
          spellCheck={false}
          onChange={(_, { value }) => setText(value)}
        />
        <p aria-live="polite">{text.trim() === '' ? '' : said}</p>
      </div>
    </details>
  )
}

function draftsOf(reading: PasteReading): readonly PastedTrust[] {
  if (reading.kind === 'credential') return reading.drafts
  return reading.kind === 'several'
    ? reading.readings.flatMap((one) => (one.kind === 'credential' ? one.drafts : []))
    : []
}
