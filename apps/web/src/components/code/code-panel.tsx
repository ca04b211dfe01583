import { Button, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons'
import type { Session, Trust } from '@trustwright/shared-schemas'
import { useId, useMemo, useState } from 'react'
import type { ParentDetail } from '../../api/parent-queries.ts'
import { CopyButton } from '../copy-button.tsx'
import { codeForms } from './code-context.ts'
import { fileNameOf, saveExport } from './save-export.ts'

const useStyles = makeStyles({
  panel: { display: 'grid', rowGap: '16px', maxWidth: '960px' },
  // In columns: a row of twelve breaks wherever it likes.
  tabs: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 148px), 1fr))' },
  // Fluent centres the words in the room of their bold form: then no column has an edge.
  words: { justifySelf: 'start', whiteSpace: 'nowrap' },
  tab: { justifyContent: 'start' },
  body: { display: 'grid', rowGap: '12px', minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  purpose: { flex: '1 1 320px', color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  pre: { margin: 0 },
  code: {
    padding: '16px',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    tabSize: 2,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

interface CodePanelProps {
  readonly trust: Trust
  readonly detail: ParentDetail | null
  readonly settings: Session['settings']
  /** False while Azure does not hold it. */
  readonly stored?: boolean
}

/** The same trust in every form that a repository can keep, each to copy or to save. */
export function CodePanel({ trust, detail, settings, stored = true }: CodePanelProps) {
  const styles = useStyles()
  const id = useId()
  const forms = useMemo(
    () => codeForms(trust, detail, settings, { stored, portal: globalThis.location.origin }),
    [trust, detail, settings, stored],
  )
  const [chosen, setChosen] = useState(forms[0]?.form)
  const shown = forms.find(({ form }) => form === chosen) ?? forms[0]
  if (shown === undefined) return <p>There is no code for a trust without a subject.</p>
  return (
    <div className={styles.panel}>
      <TabList
        className={styles.tabs}
        size="small"
        appearance="subtle"
        aria-label="Form of the code"
        selectedValue={shown.form}
        onTabSelect={(_, { value }) => setChosen(forms.find(({ form }) => form === value)?.form)}
      >
        {forms.map(({ form, title }) => (
          <Tab
            key={form}
            className={styles.tab}
            value={form}
            id={`${id}${form}`}
            aria-controls={`${id}code`}
            content={{ className: styles.words, children: title }}
          />
        ))}
      </TabList>
      <div className={styles.body} role="tabpanel" id={`${id}code`} aria-labelledby={`${id}${shown.form}`}>
        <div className={styles.head}>
          <p className={styles.purpose}>{shown.purpose}</p>
          <div className={styles.actions}>
            <CopyButton value={shown.code.text} what={shown.title} text="Copy" appearance="secondary" />
            <Button icon={<ArrowDownload20Regular />} onClick={() => saveExport(shown.code)}>
              Save {fileNameOf(shown.code.filename)}
            </Button>
          </div>
        </div>
        <section
          className={styles.code}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls has to be reachable by keyboard
          tabIndex={0}
          aria-label={shown.code.filename}
        >
          <pre className={styles.pre}>
            <code>{shown.code.text}</code>
          </pre>
        </section>
      </div>
    </div>
  )
}
