import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DocumentArrowUp20Regular } from '@fluentui/react-icons'
import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { Callout } from '../../ui/callout.tsx'
import { announce } from '../announcer.tsx'
import { readTextFile, type FileRules } from './read-text-file.ts'

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '8px',
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { outline: `2px dashed ${tokens.colorCompoundBrandStroke}`, outlineOffset: '6px' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** How a box speaks of files. */
export interface FileWords {
  /** On the button: `Choose a log`. */
  readonly choose: string
  /** Names the input: `Log file`. */
  readonly label: string
  /** Beside the button: that a file may be dropped too, and what becomes of it. */
  readonly note?: string
  /** Names of endings and types, as an input of files takes them. */
  readonly accept?: string
}

interface FileDropProps {
  readonly rules: FileRules
  readonly words: FileWords
  /** What was dropped or read, whole. Returns what is wrong with it; null where it was taken. */
  readonly onText: (text: string) => string | null
  /** The field that the text goes into. */
  readonly children: ReactNode
  /** Further buttons of the field. */
  readonly actions?: ReactNode
}

/** A field that takes files and text that are dropped on it, and files by a button. They are read in this browser. */
export function FileDrop({ rules, words, onText, children, actions }: FileDropProps) {
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  const newest = useRef<File>(null)
  const [isOver, setIsOver] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function take(file: File | undefined) {
    if (file === undefined) return
    newest.current = file
    const read = await readTextFile(file, rules)
    // Another one was chosen while this one was read.
    if (newest.current !== file) return
    const wrong = read.text === null ? read.problem : onText(read.text)
    setProblem(wrong)
    if (wrong === null) announce(`Read ${file.name}`)
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined) void take(file)
    else setProblem(onText(event.dataTransfer.getData('text/plain')))
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
      {children}
      <div className={styles.actions}>
        <Button icon={<DocumentArrowUp20Regular />} onClick={() => input.current?.click()}>
          {words.choose}
        </Button>
        {actions}
        {words.note !== undefined && <span className={styles.quiet}>{words.note}</span>}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words.label}
        {...(words.accept === undefined ? {} : { accept: words.accept })}
        onChange={(event) => {
          void take(event.target.files?.[0])
          // The same file can be chosen again after it was mended.
          event.target.value = ''
        }}
      />
      {problem !== null && <Callout intent="danger" role="alert" title={problem} />}
    </div>
  )
}
