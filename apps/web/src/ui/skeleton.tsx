import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { VisuallyHidden } from './visually-hidden.tsx'

const useStyles = makeStyles({
  stack: { display: 'grid', rowGap: '12px' },
  row: {
    display: 'grid',
    gridTemplateColumns: '3fr 1fr 1fr',
    columnGap: '24px',
    height: '44px',
    alignItems: 'center',
  },
  bar: {
    height: '12px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStencil1Alpha,
    '@media (forced-colors: active)': { border: '1px solid GrayText' },
  },
  field: { display: 'grid', rowGap: '8px', maxWidth: '640px' },
  input: {
    height: '32px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1Alpha,
    '@media (forced-colors: active)': { border: '1px solid GrayText' },
  },
  label: { width: '160px' },
})

interface SkeletonProps {
  /** The shape of what comes. */
  readonly shape: 'rows' | 'form' | 'facts'
  readonly count?: number
  /** What is being read, for screen readers: `Reading your subscriptions`. */
  readonly label: string
}

/** Stands where content will be, in its shape and without motion. */
export function Skeleton({ shape, count = 5, label }: SkeletonProps) {
  const styles = useStyles()
  return (
    <div className={styles.stack}>
      <VisuallyHidden>
        <output>{label}</output>
      </VisuallyHidden>
      {Array.from({ length: count }, (_, index) =>
        shape === 'form' ? (
          <div className={styles.field} key={index} aria-hidden="true">
            <div className={mergeClasses(styles.bar, styles.label)} />
            <div className={styles.input} />
          </div>
        ) : (
          <div className={styles.row} key={index} aria-hidden="true">
            <div className={styles.bar} />
            <div className={styles.bar} />
            {shape === 'rows' && <div className={styles.bar} />}
          </div>
        ),
      )}
    </div>
  )
}
