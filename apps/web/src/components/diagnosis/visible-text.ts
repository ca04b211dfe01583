import { visible } from './alignment-cells.ts'

/** One picture that is made of several: what joins them is no fault. */
const joined = /(\p{Extended_Pictographic}(?:\ufe0f?\u200d\p{Extended_Pictographic})+)/u

/** A sentence with what cannot be seen in it as its number. Its spaces stay as they are, and pictures whole. */
export function visibleText(text: string): string {
  return text
    .split(joined)
    .map((part, at) => (at % 2 === 1 ? part : part.split(' ').map(visible).join(' ')))
    .join('')
}
