/** The Firefox of this computer, for tests; it is driven as the standard for that (WebDriver BiDi) says, which needs no other program. */
import {existsSync} from 'node:fs'
import puppeteer, {type Browser} from 'puppeteer-core'

const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']

/** Throws if there is none: a test that did not run must not look like one that passed. */
export async function startFirefox(): Promise<Browser> {
  const path = process.env.FIREFOX ?? places.find(place => existsSync(place))
  if (!path) {
    throw new Error(
      'This test needs Firefox: install it (Debian: apt-get install firefox-esr), or give its path in the environment variable FIREFOX.'
    )
  }
  return puppeteer.launch({browser: 'firefox', executablePath: path, headless: true})
}
