import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Fragment, type ReactNode } from 'react'
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { FieldFrame, fieldIds, type FieldWords } from './field-frame.tsx'

const useStyles = makeStyles({
  list: { display: 'grid', rowGap: '4px', marginTop: '4px' },
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
    gap: '8px',
    marginTop: '4px',
    maxWidth: '720px',
  },
  choice: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '8px',
    alignItems: 'start',
    minHeight: '32px',
    padding: '6px 4px',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  tile: { border: `1px solid ${tokens.colorNeutralStroke1}`, padding: '12px', minHeight: '64px' },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  radio: {
    width: '16px',
    height: '16px',
    margin: '2px',
    accentColor: tokens.colorCompoundBrandBackground,
    outline: 'none',
  },
  words: { display: 'grid', rowGap: '2px' },
  title: { display: 'flex', columnGap: '8px', alignItems: 'center', lineHeight: '20px' },
  // Beside a title of several lines the drawing keeps its size, at the first of them.
  icon: { display: 'inline-flex', flexShrink: 0, alignSelf: 'flex-start' },
  tileTitle: { fontWeight: tokens.fontWeightSemibold },
  below: { margin: '4px 0 16px 12px' },
  help: { fontSize: tokens.fontSizeBase200, lineHeight: '16px', color: tokens.colorNeutralForeground2 },
})

export interface Choice {
  readonly value: string
  readonly label: string
  readonly help?: string | undefined
  readonly icon?: ReactNode
  /** What it asks for on its own, under it while it is chosen. */
  readonly below?: ReactNode
}

interface ChoiceFieldProps<Values extends FieldValues> extends FieldWords {
  readonly control: Control<Values>
  readonly name: FieldPath<Values>
  readonly choices: readonly Choice[]
  readonly look?: 'list' | 'tiles'
  readonly onChoice?: (value: string) => void
}

/** One of a few, all visible, each with its meaning. Native radio buttons. */
export function ChoiceField<Values extends FieldValues>(props: ChoiceFieldProps<Values>) {
  const { control, name, choices, look = 'list', onChoice } = props
  const styles = useStyles()
  const {
    field: { value: chosenValue, ref, onBlur, onChange },
    fieldState,
  } = useController({ control, name })
  const ids = fieldIds(name)
  return (
    <FieldFrame {...props} name={name} error={fieldState.error?.message} group>
      <div className={look === 'tiles' ? styles.tiles : styles.list}>
        {choices.map(({ value, label, help, icon, below }, index) => {
          const helpId = `${ids.input}-${value}-help`
          const titleId = `${ids.input}-${value}-title`
          const chosen = chosenValue === value
          return (
            <Fragment key={value}>
              <label
                className={mergeClasses(
                  styles.choice,
                  look === 'tiles' && styles.tile,
                  look === 'tiles' && chosen && styles.chosen,
                )}
              >
                <input
                  type="radio"
                  className={styles.radio}
                  id={index === 0 ? ids.input : undefined}
                  name={name}
                  value={value}
                  checked={chosen}
                  onBlur={onBlur}
                  ref={index === 0 ? ref : undefined}
                  // The label around it holds the help as well, which is no part of the name.
                  aria-labelledby={titleId}
                  aria-describedby={help === undefined ? undefined : helpId}
                  onChange={() => {
                    onChange(value)
                    onChoice?.(value)
                  }}
                />
                <span className={styles.words}>
                  <span
                    id={titleId}
                    className={mergeClasses(styles.title, look === 'tiles' && styles.tileTitle)}
                  >
                    {icon !== undefined && <span className={styles.icon}>{icon}</span>}
                    {label}
                  </span>
                  {help !== undefined && (
                    <span className={styles.help} id={helpId}>
                      {help}
                    </span>
                  )}
                </span>
              </label>
              {chosen && below !== undefined && <div className={styles.below}>{below}</div>}
            </Fragment>
          )
        })}
      </div>
    </FieldFrame>
  )
}
