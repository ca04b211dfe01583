import { Button, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DocumentArrowUp20Regular } from '@fluentui/react-icons'
import { useRef, useState, type DragEvent } from 'react'
import { announce } from '../../components/announcer.tsx'
import { usePasteAnywhere } from '../../components/use-paste-anywhere.ts'
import { Callout } from '../../ui/callout.tsx'
import { excerptOf, mostRead } from './case-text.ts'
import { readLog } from './read-log.ts'

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '8px',
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { outline: `2px dashed ${tokens.colorCompoundBrandStroke}`, outlineOffset: '6px' },
  label: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  help: { color: tokens.colorNeutralForeground2, maxWidth: '100ch' },
  field: { width: '100%', maxWidth: '100%' },
  text: { fontFamily: tokens.fontFamilyMonospace, minHeight: '84px', maxHeight: '240px' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
})

interface CaseBoxProps {
  readonly text: string
  /** The portal can look at an issuer then. */
  readonly isSignedIn: boolean
  readonly onText: (text: string) => void
}

/** The one box: an error, a token or both, pasted, typed, dropped or chosen as a file. It is read in this browser. */
export function CaseBox({ text, isSignedIn, onText }: CaseBoxProps) {
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  usePasteAnywhere('doctor-case', mostRead, onText, excerptOf)

  async function take(file: File | undefined) {
    if (file === undefined) return
    const read = await readLog(file)
    setProblem(read.problem)
    if (read.text === null) return
    onText(excerptOf(read.text))
    announce(`Read ${file.name}`)
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (file === undefined) onText(excerptOf(event.dataTransfer.getData('text/plain')))
    else void take(file)
  }

  return (
    // Dropping is a second way beside the button, which the keyboard has too.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <div
      className={mergeClasses(styles.box, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <label className={styles.label} htmlFor="doctor-case">
        Error, token, or both
      </label>
      <p className={styles.help} id="doctor-help">
        Paste it anywhere on this page, with the lines around it. It is read in this browser, and the
        signature of a token is thrown away at once.{' '}
        {isSignedIn
          ? 'Nothing of it is sent but the issuer’s address, where that has to be looked at.'
          : 'Nothing of it is sent.'}
      </p>
      <Textarea
        id="doctor-case"
        aria-describedby="doctor-help"
        className={styles.field}
        textarea={{ className: styles.text }}
        resize="vertical"
        rows={4}
        value={text}
        placeholder="AADSTS700213: No matching federated identity record found …"
        maxLength={mostRead}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(_, { value }) => onText(value)}
      />
      <div className={styles.actions}>
        <Button icon={<DocumentArrowUp20Regular />} onClick={() => input.current?.click()}>
          Choose a log
        </Button>
        {text !== '' && (
          <Button
            appearance="subtle"
            onClick={() => {
              onText('')
              // The button goes away with the text.
              document.getElementById('doctor-case')?.focus()
            }}
          >
            Clear
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Log file"
        onChange={(event) => {
          void take(event.target.files?.[0])
          // The same file can be chosen again.
          event.target.value = ''
        }}
      />
      {problem !== null && <Callout intent="danger" role="alert" title={problem} />}
    </div>
  )
}
