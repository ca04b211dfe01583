import { limits } from '@trustwright/shared-schemas'

/** The name, or with `-2`, `-3`, … behind it where it is taken. Azure tells names apart without their capitals. */
export function freeName(wanted: string, taken: Pick<ReadonlySet<string>, 'has'>): string {
  for (let count = 1; ; count += 1) {
    const end = count === 1 ? '' : `-${count}`
    const name = `${wanted.slice(0, limits.nameMaxLength - end.length)}${end}`
    if (!taken.has(name.toLowerCase())) return name
  }
}
