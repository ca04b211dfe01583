import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { ApplicationMark, ManagedIdentityMark, TravelsTo } from '../ui/marks.tsx'
import { shorten } from '../lib/shorten.ts'
import { MiddleTruncated } from '../ui/middle-truncated.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { AppLink } from './app-link.tsx'
import { PlatformMark } from './platform-mark.tsx'
import { trustWords } from './trust-words.ts'
import { useCloud } from './use-cloud.ts'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 12px',
    minWidth: 0,
    maxWidth: '100%',
    lineHeight: tokens.lineHeightBase300,
  },
  head: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  part: { display: 'flex', alignItems: 'center', columnGap: '8px', minWidth: 0, maxWidth: '100%' },
  // Beside several lines of words a mark belongs to the first.
  atFirst: { alignItems: 'flex-start' },
  words: { display: 'flex', alignItems: 'baseline', columnGap: '6px', minWidth: 0 },
  wraps: { flexWrap: 'wrap' },
  // Words that wrap do so as prose does, not as boxes.
  prose: { display: 'block' },
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    flexShrink: 0,
    height: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  markOfHead: { height: tokens.lineHeightBase500 },
  travels: { display: 'inline-flex', flexShrink: 0, color: tokens.colorBrandForeground1 },
  // At the bottom: a long name among wrapped words would stand above them by its own baseline.
  name: {
    fontWeight: tokens.fontWeightSemibold,
    minWidth: 0,
    maxWidth: '100%',
    display: 'inline-flex',
    verticalAlign: 'bottom',
  },
  // A share of a pixel lost to a long qualifier would cost the name its last letters.
  keeps: { flexShrink: 0, maxWidth: '72%' },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  ellipsis: { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis', flexShrink: 1000 },
  nowrap: { whiteSpace: 'nowrap' },
  mono: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  monoHead: { fontSize: tokens.fontSizeBase400 },
  raw: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    minWidth: 0,
  },
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '2px', minWidth: 0 },
})

interface TrustLineProps {
  readonly issuer: string
  readonly subject: string | null
  /** Of a flexible credential: the pattern of its subject stands in place of a subject. */
  readonly expression?: string | null | undefined
  /** Whom the workload becomes. Absent where the page says it already. */
  readonly identity?: { readonly kind: 'managedIdentity' | 'application'; readonly name: string }
  /** What that opens, such as `Contributor · rg-pay`, where it is known. */
  readonly opens?: string
  /** Address of the trust's page: the workload becomes the link. */
  readonly href?: string
  /** `row` cuts long parts off, `card` wraps them; `head` is the title of a page. */
  readonly look?: 'row' | 'card' | 'head'
  /** Shows the subject or pattern as stored, under the line. */
  readonly showRaw?: boolean
  /** The platform's name stands beside already, as in a table with a column for it. */
  readonly hidePlatform?: boolean
}

/** A longer one hides the identity behind it; the claim strip has it whole. */
const longestQualifier = 80

/** One trust as a sentence, in the order in which the token travels. */
export function TrustLine(props: TrustLineProps) {
  const {
    issuer,
    subject,
    expression,
    identity,
    opens,
    href,
    look = 'card',
    showRaw = false,
    hidePlatform = false,
  } = props
  const styles = useStyles()
  const words = trustWords({ issuer, subject, expression }, useCloud())
  const size = look === 'head' ? 28 : 20
  const nameClass = mergeClasses(styles.name, look === 'row' && words.qualifier !== null && styles.keeps)
  const name: ReactNode = (
    <span
      className={mergeClasses(
        styles.name,
        href === undefined && nameClass,
        words.raw && styles.mono,
        words.raw && look === 'head' && styles.monoHead,
      )}
    >
      <MiddleTruncated text={words.workload} keep={14} mono={words.raw} />
    </span>
  )
  const platform = (
    <span className={mergeClasses(styles.quiet, look === 'row' && styles.nowrap)}>{words.platform}</span>
  )
  return (
    <span className={styles.box}>
      <span
        className={mergeClasses(styles.line, look !== 'row' && styles.wraps, look === 'head' && styles.head)}
      >
        <span className={mergeClasses(styles.part, look !== 'row' && styles.atFirst)}>
          <span className={mergeClasses(styles.mark, look === 'head' && styles.markOfHead)}>
            <PlatformMark mark={words.mark} size={size} />
          </span>
          <span className={mergeClasses(styles.words, look !== 'row' && styles.prose)}>
            {hidePlatform ? <VisuallyHidden>{words.platform} </VisuallyHidden> : platform}{' '}
            {href === undefined ? (
              name
            ) : (
              <AppLink href={href} className={nameClass}>
                {name}
              </AppLink>
            )}
            {words.qualifier !== null && (
              <>
                {' '}
                <span aria-hidden="true" className={styles.quiet}>
                  ·
                </span>{' '}
                <span className={mergeClasses(styles.quiet, look === 'row' && styles.ellipsis)}>
                  {look === 'row' ? words.qualifier : shorten(words.qualifier, longestQualifier)}
                </span>
              </>
            )}
          </span>
        </span>
        {identity !== undefined && <Becomes {...identity} size={size} />}
        {opens !== undefined && <Opens text={opens} />}
      </span>
      {showRaw && !words.raw && (
        <span className={styles.raw}>
          <MiddleTruncated text={subject ?? expression ?? 'no subject stored'} keep={20} mono />
        </span>
      )}
    </span>
  )
}

function Becomes({
  kind,
  name,
  size,
}: {
  readonly kind: string
  readonly name: string
  readonly size: number
}) {
  const styles = useStyles()
  const Mark = kind === 'application' ? ApplicationMark : ManagedIdentityMark
  return (
    <span className={styles.part}>
      <span className={styles.travels}>
        <TravelsTo />
        <VisuallyHidden> can sign in as </VisuallyHidden>
      </span>
      <span className={styles.mark}>
        <Mark size={size} />
      </span>
      <span className={styles.name}>
        <MiddleTruncated text={name} />
      </span>
    </span>
  )
}

function Opens({ text }: { readonly text: string }) {
  const styles = useStyles()
  return (
    <span className={styles.part}>
      <span className={styles.travels}>
        <TravelsTo />
        <VisuallyHidden> which opens </VisuallyHidden>
      </span>
      <span className={styles.quiet}>{text}</span>
    </span>
  )
}
