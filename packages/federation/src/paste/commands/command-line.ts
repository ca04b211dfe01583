/** One word of a command; `isComputed` when a part of it is known to the shell alone. */
export interface CommandWord {
  readonly text: string
  readonly isComputed: boolean
}

/** A command in words, with what it is fed. */
export interface CommandLine {
  readonly words: readonly CommandWord[]
  /** Body of a here-document. */
  readonly input?: string
}

/** The commands of a script, and the files that it writes on the way. */
export interface Script {
  readonly commands: readonly CommandLine[]
  readonly files: ReadonlyMap<string, string>
  /** A chat or a page made the quotes of a word curly, so that the shell would take them for letters. */
  readonly hasCurlyQuotes?: boolean
}

/** The options of a command: long ones without dashes, in small letters; the values of each in order. */
export interface CommandOptions {
  readonly names: readonly string[]
  /** The first value, or undefined where it is computed or missing. */
  readonly text: (...names: readonly string[]) => string | undefined
  readonly texts: (...names: readonly string[]) => readonly string[]
  readonly has: (...names: readonly string[]) => boolean
}

/** `--name value`, `--name=value`, `-n value`, and PowerShell's `-Name value` and `-Name:value`. */
export function optionsOf(words: readonly CommandWord[]): CommandOptions {
  const values = new Map<string, CommandWord[]>()
  let key: string | null = null
  for (const word of words) {
    const option = /^--?([A-Za-z][\w-]*)(?:[=:]([\s\S]*))?$/.exec(word.text)
    if (option !== null) {
      key = (option[1] ?? '').toLowerCase()
      const list = values.get(key) ?? []
      values.set(
        key,
        option[2] === undefined || option[2] === '' ? list : [...list, { ...word, text: option[2] }],
      )
    } else if (key !== null) values.get(key)?.push(word)
  }
  const find = (names: readonly string[]) =>
    names.map((name) => values.get(name)).find((list) => list !== undefined)
  const texts = (...names: readonly string[]) =>
    (find(names) ?? []).flatMap(({ text, isComputed }) => (isComputed || text === '' ? [] : [text]))
  return {
    names: [...values.keys()],
    text: (...names) => texts(...names)[0],
    texts,
    has: (...names) => find(names) !== undefined,
  }
}
