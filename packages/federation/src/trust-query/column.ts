/** Values of one kind over all rows: each text, and each set of texts that rows share, is kept once. */
export interface Column {
  /** By the number of a value. The first two stand for `none` and `unknown`. */
  readonly names: readonly string[]
  /** The same in lower case. */
  readonly lowers: readonly string[]
  /** Numbers of the values of each set. */
  readonly sets: readonly (readonly number[])[]
  /** Which set each row has. */
  readonly ofRow: Uint32Array
}

export const none = 0
export const unknown = 1

/** Null is: not known, also of one in a list. */
export type Values = readonly (string | null)[] | string | null

/** Numbers sets of values as they come; what it numbered stays as it is, so that older columns stay true. */
export interface ColumnKeeper extends Omit<Column, 'ofRow'> {
  /** An empty list is none. Letter case does not count; the first spelling is kept. */
  readonly numberOf: (values: Values) => number
}

export function columnKeeper(): ColumnKeeper {
  const names = ['none', 'unknown']
  const lowers = ['none', 'unknown']
  const sets: (readonly number[])[] = [[none], [unknown]]
  const values = new Map<string, number>()
  const setOfText = new Map<string, number>()
  const setOfValue: (number | undefined)[] = [none, unknown]
  const setOfNumbers = new Map<string, number>()
  // Trusts of one parent share the lists that it brought.
  const setOfList = new WeakMap<readonly (string | null)[], number>()
  const valueOf = (text: string | null) => {
    if (text === null) return unknown
    const lower = text.toLowerCase()
    const before = values.get(lower)
    if (before !== undefined) return before
    values.set(lower, names.length)
    names.push(text)
    lowers.push(lower)
    return names.length - 1
  }
  const addSet = (numbers: readonly number[]) => {
    sets.push(numbers)
    return sets.length - 1
  }
  const ofText = (text: string) => {
    const before = setOfText.get(text)
    if (before !== undefined) return before
    const value = valueOf(text)
    const found = (setOfValue[value] ??= addSet([value]))
    setOfText.set(text, found)
    return found
  }
  const ofNumbers = (numbers: readonly number[]) => {
    const [first = none] = numbers
    if (numbers.length === 1) return (setOfValue[first] ??= addSet(numbers))
    const key = numbers.join()
    const before = setOfNumbers.get(key)
    if (before !== undefined) return before
    const found = addSet(numbers)
    setOfNumbers.set(key, found)
    return found
  }
  const ofList = (list: readonly (string | null)[]) => {
    const before = setOfList.get(list)
    if (before !== undefined) return before
    const numbers = [...new Set(list.map(valueOf))].toSorted((a, b) => a - b)
    const found = list.length === 0 ? none : ofNumbers(numbers)
    setOfList.set(list, found)
    return found
  }
  return {
    names,
    lowers,
    sets,
    numberOf: (given) =>
      given === null ? unknown : typeof given === 'string' ? ofText(given) : ofList(given),
  }
}

/** Marks the sets that hold a marked value. */
export function setMarks({ sets }: Column, marks: Uint8Array): Uint8Array {
  const marked = new Uint8Array(sets.length)
  for (let set = 0; set < sets.length; set += 1) {
    for (const value of sets[set] ?? []) if (marks[value] === 1) marked[set] = 1
  }
  return marked
}
