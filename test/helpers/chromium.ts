/** A real browser for tests: the Chromium of this computer, with an empty profile and nothing that calls home. */
import {existsSync} from 'node:fs'
import {type Browser, chromium} from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
]
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

/** Throws if there is none: a test that did not run must not look like one that passed. */
export async function startChromium(): Promise<Browser> {
  const path = process.env.CHROMIUM ?? places.find(place => existsSync(place))
  if (!path) {
    throw new Error(
      'These tests need Chromium: install it (Debian and Ubuntu: apt-get install chromium), or give its path in the environment variable CHROMIUM.'
    )
  }
  return chromium.launch({executablePath: path, args: quiet})
}
