import { Button, Input, makeStyles, tokens } from '@fluentui/react-components'
import { Dismiss20Regular, Search20Regular } from '@fluentui/react-icons'
import { useId, useRef } from 'react'
import { useShortcut } from '../../components/shortcuts.ts'
import type { TrustList } from './use-trust-list.ts'

const useStyles = makeStyles({
  box: { flex: '1 1 300px', maxWidth: '640px', display: 'grid', rowGap: '4px' },
  label: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  problem: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
})

/** The query as text: words, and terms such as `issuer:github -env:prod role:owner used:never risk:high+`. */
export function QueryField({ list }: { readonly list: TrustList }) {
  const styles = useStyles()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const { text, setText, parsed } = list
  useShortcut('/', 'Filter the list', () => field.current?.focus())
  const [problem] = parsed.problems
  return (
    <div className={styles.box}>
      <label className={styles.label} htmlFor={id}>
        Filter trusts
      </label>
      <Input
        id={id}
        input={{
          ref: field,
          ...(problem === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}problem` }),
        }}
        type="text"
        placeholder="pay-api  role:owner  -env:prod  used:never  risk:high+"
        autoComplete="off"
        spellCheck={false}
        contentBefore={<Search20Regular aria-hidden="true" />}
        {...(text === ''
          ? {}
          : {
              contentAfter: (
                <Button
                  appearance="transparent"
                  size="small"
                  icon={<Dismiss20Regular />}
                  aria-label="Clear the filter"
                  onClick={() => {
                    setText('')
                    field.current?.focus()
                  }}
                />
              ),
            })}
        value={text}
        onChange={(_, { value }) => setText(value)}
      />
      {problem !== undefined && (
        <span id={`${id}problem`} className={styles.problem}>
          “{text.slice(problem.at, problem.at + problem.length)}” is left out. {problem.message}
        </span>
      )}
    </div>
  )
}
