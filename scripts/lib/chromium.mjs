import { findProgram } from './debian-program.mjs'

export function findChromium() {
  return findProgram({
    title: 'Chromium',
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    debianPackage: 'chromium',
  })
}
