import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

const words = (text: string) => text.trim().split(/\s+/)

const publicOnes = words(`
  93.184.215.14 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 172.15.255.255 172.32.0.0 192.0.1.255
  198.17.255.255 198.20.0.0 223.255.255.255 168.63.129.15 2606:2800:21f:cb07:6820:80da:af6b:8b2c
  2001:200::1 2a00:1450:4001::5efe:1 3ffe:ffff::1
`)

const others = words(`
  0.0.0.0 10.255.255.255 100.64.0.0 100.127.255.255 127.0.0.1 169.254.169.254 172.16.0.0 172.31.255.255
  192.0.0.0 192.0.2.255 192.31.196.1 192.52.193.1 192.88.99.1 192.168.255.255 192.175.48.1 198.18.0.0
  198.19.255.255 198.51.100.9 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 168.63.129.16
  :: ::1 ::127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:8.8.8.8 64:ff9b::8.8.8.8 64:ff9b:1::1 100::1 2001::1
  2001:1ff:ffff::1 2001:db8:ffff::1 2002::1 2620:4f:8000::1 3fff:fff::1 2606:2800::5efe:a00:1
  2606:2800::200:5efe:10.0.0.1 4000::1 5f00::1 fc00::1 fdff::1 fe80::1 fe80::1%lo 2606:2800::1%lo fec0::1
  ff02::1 localhost 8.8.8 08.8.8.8
`)

test.each(publicOnes)('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([...others, ''])('“%s” is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})
