/** What a box takes of files, and what to do about one that it does not take. */
export interface FileRules {
  /** Bytes of the largest file that is opened. */
  readonly mostBytes: number
  /** `refused`: what is not whole in its encoding could only be guessed. `shown`: a broken letter stands as such. */
  readonly brokenLetters: 'refused' | 'shown'
  /** Each a sentence after what is wrong with the file: `Split it.` */
  readonly instead: {
    readonly tooLarge: string
    readonly notText: string
    /** For letters that are refused. */
    readonly otherEncoding?: string
  }
}

export type FileText =
  { readonly text: string; readonly problem: null } | { readonly text: null; readonly problem: string }

/** Binary content shows itself early; one zero far behind in a log does not make it unreadable. */
const searchedForZeros = 100_000

/**
 * The text of a file in UTF-8, or in UTF-16 with a byte order mark as spreadsheets save it; the mark is no part of it. What
 * is too large is refused before it is opened.
 */
export async function readTextFile(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
  { mostBytes, brokenLetters, instead }: FileRules,
): Promise<FileText> {
  const { name } = file
  if (file.size > mostBytes) return refuse(`${name} is larger than ${sizeOf(mostBytes)}. ${instead.tooLarge}`)
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  )
  // A folder that was dropped, or a file that went away meanwhile.
  if (bytes === null) return refuse(`${name} could not be opened. Choose it again.`)
  try {
    const isStrict = brokenLetters === 'refused'
    const text = new TextDecoder(encodingOf(bytes), { fatal: isStrict }).decode(bytes)
    return (isStrict ? text : text.slice(0, searchedForZeros)).includes('\0')
      ? refuse(`${name} is not text. ${instead.notText}`)
      : { text, problem: null }
  } catch {
    return refuse(`${name} is not text in UTF-8. ${instead.otherEncoding ?? instead.notText}`)
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

function sizeOf(bytes: number): string {
  return `${String(Math.floor(bytes / 1_000_000))} MB`
}

function refuse(problem: string): FileText {
  return { text: null, problem }
}
