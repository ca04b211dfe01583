import type { CommandLine, CommandWord, Script } from './command-line.ts'

/** A prompt in front of a command. `#` counts as one before a command that is known. */
const prompt =
  /^[ \t]*(?:\$|>|%|❯|➜|PS [^>\n]{0,120}>|[\w.-]{1,40}@[\w.-]{1,60}[:\s][^$#\n]{0,120}[$#]|[A-Z]:\\[^>\n]{0,120}>|#(?= (?:az|gh|git|kubectl|azwi|curl) ))[ \t]+(?=\S)/gm

/** A script without prompts; a caret that continues a line of cmd becomes a backslash. */
export function withoutPrompts(text: string): string {
  return text.replace(prompt, '').replace(/[ \t]\^[ \t]*\n/g, ' \\\n')
}

/**
 * Cuts a script for bash into commands and words. Variables that the script sets itself are put in; what only a shell
 * could know is marked as computed. Nothing is run, and nothing is refused. https://www.gnu.org/software/bash/manual/bash.html#Shell-Operation
 */
export function readBash(text: string): Script {
  return new BashReader(text).read()
}

const keywords = /^(?:if|then|else|elif|do|while|until|time|exec|sudo|!|\{|&&|export|declare|local|readonly)$/

class BashReader {
  readonly #text: string
  #at = 0
  #words: CommandWord[] = []
  #commands: CommandLine[] = []
  #files = new Map<string, string>()
  #variables = new Map<string, CommandWord>()
  #target: string | null = null
  #input: string | undefined
  #hasCurlyQuotes = false
  #pending: { readonly end: string; readonly indented: boolean }[] = []

  constructor(text: string) {
    this.#text = text
  }

  read(): Script {
    while (this.#at < this.#text.length && this.#commands.length < 500) this.#step()
    this.#endCommand()
    return { commands: this.#commands, files: this.#files, hasCurlyQuotes: this.#hasCurlyQuotes }
  }

  #step(): void {
    const rest = this.#peek(3)
    const character = rest.charAt(0)
    if (character === '\n') {
      this.#at += 1
      this.#readInputs()
      this.#endCommand()
    } else if (/[ \t]/.test(character)) this.#skipBlanks()
    else if (rest.startsWith('\\\n')) this.#at += 2
    else if (character === '#') this.#at = this.#lineEnd()
    else if (rest.startsWith('<<') && !rest.startsWith('<<<')) this.#heredoc()
    else if (/[;&|]/.test(character)) {
      this.#at += 1
      if (this.#pending.length === 0) this.#endCommand()
    } else if (character === '>' || /^[12]>/.test(rest)) this.#redirect()
    else if (character === '(' || character === ')') this.#at += 1
    else this.#words.push(this.#word())
  }

  #word(): CommandWord {
    let text = ''
    let isComputed = false
    const add = (piece: CommandWord) => {
      text += piece.text
      isComputed ||= piece.isComputed
    }
    const start = this.#at
    while (this.#at < this.#text.length) {
      const rest = this.#peek(2)
      const character = rest.charAt(0)
      if (/[\s;&|()]/.test(character) || (character === '>' && text !== '')) break
      if (rest === '<(') add(this.#substitution())
      else if (character === "'") add({ text: this.#until("'"), isComputed: false })
      else if (rest === "$'") add({ text: this.#ansi(), isComputed: false })
      else if (character === '"') add(this.#double())
      else if (character === '$') add(this.#variable())
      else if (character === '`') {
        this.#at += 1
        this.#skipTo('`')
        add({ text: '', isComputed: true })
      } else if (character === '\\') {
        if (rest === '\\\n') this.#at += 2
        else add({ text: this.#take(2).slice(1), isComputed: false })
      } else {
        if (text === '' && /[“”‘’]/.test(character)) this.#hasCurlyQuotes = true
        add({ text: this.#take(1), isComputed: false })
      }
    }
    if (this.#at === start) this.#at += 1
    return { text, isComputed }
  }

  #double(): CommandWord {
    let text = ''
    let isComputed = false
    this.#at += 1
    while (this.#at < this.#text.length) {
      const rest = this.#peek(2)
      const character = rest.charAt(0)
      if (character === '"') break
      if (character === '\\' && /["\\$`\n]/.test(rest.charAt(1)))
        text += this.#take(2).slice(1).replace('\n', '')
      else if (character === '$' && /[A-Za-z_{(]/.test(rest.charAt(1))) {
        const piece = this.#variable()
        text += piece.text
        isComputed ||= piece.isComputed
      } else if (character === '`') {
        this.#at += 1
        this.#skipTo('`')
        isComputed = true
      } else text += this.#take(1)
    }
    this.#at += 1
    return { text, isComputed }
  }

  /** `$NAME`, `${NAME}` and `$(…)`. */
  #variable(): CommandWord {
    const head = /^\$(?:\{([A-Za-z_]\w{0,80})\}|([A-Za-z_]\w{0,80}))/.exec(this.#peek(100))
    if (head !== null) {
      this.#at += head[0].length
      return this.#variables.get(head[1] ?? head[2] ?? '') ?? { text: head[0], isComputed: true }
    }
    const open = this.#peek(2)
    if (open === '$(' || open === '${') {
      this.#at += 2
      this.#skipNested(open === '$(' ? '(' : '{', open === '$(' ? ')' : '}')
      return { text: '', isComputed: true }
    }
    return { text: this.#take(1), isComputed: false }
  }

  /** `<(printf %s word)` is a file that holds the word. */
  #substitution(): CommandWord {
    const path = `/dev/fd/${this.#files.size + 10}`
    this.#at += 2
    const start = this.#at
    const outer = this.#words
    this.#words = []
    while (this.#at < this.#text.length && this.#peek(1) !== ')') {
      const before = this.#at
      if (/[ \t]/.test(this.#peek(1))) this.#at += 1
      else if (/[\n;&|<>]/.test(this.#peek(1))) break
      else this.#words.push(this.#word())
      if (this.#at === before) break
    }
    const [command, format, value] = this.#words
    this.#words = outer
    if (
      this.#peek(1) !== ')' ||
      command?.text !== 'printf' ||
      format?.text !== '%s' ||
      value === undefined ||
      value.isComputed
    ) {
      this.#at = start
      this.#skipNested('(', ')')
      return { text: '', isComputed: true }
    }
    this.#at += 1
    this.#files.set(path, value.text)
    return { text: path, isComputed: false }
  }

  #heredoc(): void {
    const head = /^<<(-?)[ \t]*(["']?)([A-Za-z_]\w{0,40})\2/.exec(this.#peek(60))
    this.#at += head?.[0].length ?? 2
    if (head !== null) this.#pending.push({ end: head[3] ?? '', indented: head[1] === '-' })
  }

  #readInputs(): void {
    for (const { end, indented } of this.#pending) {
      const lines: string[] = []
      while (this.#at < this.#text.length) {
        const line = this.#text.slice(this.#at, this.#lineEnd())
        this.#at = this.#lineEnd() + 1
        if ((indented ? line.trim() : line.trimEnd()) === end) break
        lines.push(line)
      }
      this.#input = this.#expanded(lines.join('\n'))
    }
    this.#pending = []
  }

  /** Variables that the script sets itself, inside a here-document. */
  #expanded(text: string): string {
    return text.replace(/\$\{?([A-Za-z_]\w{0,80})\}?/g, (found, name: string) => {
      const known = this.#variables.get(name)
      return known === undefined || known.isComputed ? found : known.text
    })
  }

  #redirect(): void {
    const head = /^[12]?>{1,2}(?:&\d)?[ \t]*/.exec(this.#peek(20))
    this.#at += head?.[0].length ?? 1
    if (head?.[0].includes('&') !== true) this.#target = this.#word().text
  }

  #endCommand(): void {
    const words = this.#words
    while (words.length > 0 && keywords.test(words[0]?.text ?? '')) words.shift()
    while (words[0] !== undefined && this.#assign(words[0])) words.shift()
    const input = this.#input
    if (this.#target !== null) {
      const isEcho = words[0]?.text === 'echo' || words[0]?.text === 'printf'
      const said = isEcho ? words.at(-1)?.text : undefined
      this.#files.set(this.#target, input ?? said ?? '')
    } else if (words[0]?.text === 'tee' && words[1] !== undefined && input !== undefined) {
      this.#files.set(words[1].text, input)
    } else if (words.length > 0) {
      this.#commands.push({ words, ...(input === undefined ? {} : { input }) })
    }
    this.#words = []
    this.#target = null
    this.#input = undefined
  }

  #assign({ text, isComputed }: CommandWord): boolean {
    const found = /^([A-Za-z_]\w{0,80})=([\s\S]*)$/.exec(text)
    if (found === null) return false
    this.#variables.set(found[1] ?? '', { text: found[2] ?? '', isComputed })
    return true
  }

  #ansi(): string {
    this.#at += 1
    return this.#until("'").replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll("\\'", "'")
  }

  /** What stands between the mark here and the next one. */
  #until(mark: string): string {
    const start = this.#at + 1
    const end = this.#text.indexOf(mark, start)
    this.#at = end < 0 ? this.#text.length : end + 1
    return end < 0 ? this.#text.slice(start) : this.#text.slice(start, end)
  }

  #skipTo(mark: string): void {
    const end = this.#text.indexOf(mark, this.#at)
    this.#at = end < 0 ? this.#text.length : end + 1
  }

  /** Behind the bracket that closes the one just passed; at most 5,000 characters on. */
  #skipNested(open: string, close: string): void {
    const limit = Math.min(this.#text.length, this.#at + 5000)
    for (let depth = 1; this.#at < limit && depth > 0; this.#at += 1) {
      const character = this.#text.charAt(this.#at)
      if (character === open) depth += 1
      if (character === close) depth -= 1
    }
  }

  #skipBlanks(): void {
    const blanks = /[ \t]*/y
    blanks.lastIndex = this.#at
    this.#at += blanks.exec(this.#text)?.[0].length ?? 1
  }

  #lineEnd(): number {
    const end = this.#text.indexOf('\n', this.#at)
    return end < 0 ? this.#text.length : end
  }

  #peek(count: number): string {
    return this.#text.slice(this.#at, this.#at + count)
  }

  #take(count: number): string {
    this.#at += count
    return this.#text.slice(this.#at - count, this.#at)
  }
}
