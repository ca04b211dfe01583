import { findProgram } from './debian-program.mjs'

const whole = ['chromium', 'chromium-browser', 'google-chrome']

/** Debian's build without a window first: it takes a fifth less computing than the whole browser. */
export function findChromium() {
  return findProgram({
    title: 'Chromium',
    names: ['chromium-headless-shell', ...whole],
    debianPackages: ['chromium-headless-shell', 'chromium'],
  })
}

/** The browser that people have: the build without a window has no settings of a person, and blocks no third-party cookies. */
export function findWholeChromium() {
  return findProgram({ title: 'whole Chromium', names: whole, debianPackages: ['chromium'] })
}
