/**
 * `uniqueString()`: 13 characters in base 32 of a 64-bit variant of MurmurHash3 over the arguments, joined by `-`.
 * Microsoft does not publish the algorithm; this one gives the values that people recorded from Azure.
 */
export function uniqueString(values: readonly string[]): string {
  return toBase32(hash64(Buffer.from(values.join('-'))))
}

const lowFactor = 0x239b961b
const highFactor = 0xab0e9789

function hash64(data: Buffer): bigint {
  const whole = data.length - (data.length % 8)
  let low = 0
  let high = 0
  for (let at = 0; at < whole; at += 8) {
    low = rotate(low ^ mixLow(data.readUInt32LE(at)), 19) + high
    low = Math.imul(low, 5) + 0x561ccd1b
    high = rotate(high ^ mixHigh(data.readUInt32LE(at + 4)), 13) + low
    high = Math.imul(high, 5) + 0x0bcaa747
  }
  const rest = data.subarray(whole)
  low ^= mixLow(littleEndian(rest.subarray(0, 4)))
  high ^= mixHigh(littleEndian(rest.subarray(4)))

  const third = (high ^ data.length) | 0
  const fourth = ((low ^ data.length) + third) | 0
  const left = avalanche(fourth)
  const right = avalanche((third + fourth) | 0)
  const sum = (left + right) | 0
  return (BigInt.asUintN(32, BigInt(sum + right)) << 32n) | BigInt.asUintN(32, BigInt(sum))
}

function mixLow(word: number): number {
  return Math.imul(rotate(Math.imul(word, lowFactor), 15), highFactor)
}

function mixHigh(word: number): number {
  return Math.imul(rotate(Math.imul(word, highFactor), 17), lowFactor)
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}

function avalanche(word: number): number {
  const one = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  const two = Math.imul(one ^ (one >>> 13), 0xc2b2ae35)
  return two ^ (two >>> 16)
}

/** Up to four bytes as a number. */
function littleEndian(bytes: Buffer): number {
  return bytes.length === 0 ? 0 : bytes.readUIntLE(0, bytes.length)
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** Five bits a character from the top; the last character carries four bits and a zero. */
function toBase32(value: bigint): string {
  const padded = value << 1n
  return Array.from({ length: 13 }, (_, index) =>
    alphabet.charAt(Number((padded >> BigInt(5 * (12 - index))) & 31n)),
  ).join('')
}
