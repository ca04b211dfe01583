import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { ZoneAnswer } from './zone.ts'

const types = { 1: 'a', 28: 'aaaa' } as const

/** A name server for one zone on 127.0.0.53: https://www.rfc-editor.org/rfc/rfc1035#section-4 */
export async function startStubDns(zone: (name: string, type: 'a' | 'aaaa') => ZoneAnswer) {
  const socket = createSocket('udp4')
  socket.on('message', (query, { port, address }) => {
    const reply = replyTo(query, zone)
    if (reply !== null) socket.send(reply, port, address)
  })
  socket.bind(53, '127.0.0.53')
  await once(socket, 'listening')
  return { close: () => socket.close() }
}

function replyTo(query: Buffer, zone: (name: string, type: 'a' | 'aaaa') => ZoneAnswer): Buffer | null {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  const question = query.subarray(12, at + 5)
  const number = query.readUInt16BE(at + 1)
  const type = number === 1 || number === 28 ? types[number] : null
  const answer = type === null ? [] : zone(labels.join('.').toLowerCase(), type)
  if (answer === 'silent') return null
  const code = answer === 'NXDOMAIN' ? 3 : answer === 'SERVFAIL' ? 2 : 0
  const records = recordsOf(answer, number)
  const header = Buffer.from(query.subarray(0, 12))
  header.writeUInt16BE(0x8180 + code, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(records.length, 6)
  header.writeUInt32BE(0, 8)
  return Buffer.concat([header, question, ...records])
}

function recordsOf(answer: ZoneAnswer, type: number): Buffer[] {
  // A pointer to the question's own name: it is its own other name.
  if (answer === 'cname-loop') return [record(5, Buffer.from([0xc0, 12]))]
  if (typeof answer === 'string') return []
  return answer.map((address) => record(type, bytesOf(address)))
}

function record(type: number, data: Buffer): Buffer {
  const head = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, data.length])
  return Buffer.concat([head, data])
}

function bytesOf(address: string): Buffer {
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number))
  const [start = '', end = ''] = new URL(`https://[${address}]`).hostname.slice(1, -1).split('::')
  const groups = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
  const [before, after] = [groups(start), groups(end)]
  const all = [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after]
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 0xff]))
}
