/** The policy that lets a page run its own script, if it has one, and style, by their fingerprints, and forbids every connection. */
import {sha256} from '@noble/hashes/sha2.js'
import {utf8ToBytes} from '@noble/hashes/utils.js'
import {base64} from '@scure/base'

export function policyFor({script, style}: {script?: string; style: string}): string {
  return [
    "default-src 'none'",
    ...(script === undefined ? [] : [`script-src ${fingerprint(script)}`]),
    `style-src ${fingerprint(style)}`,
    "base-uri 'none'",
    "form-action 'none'"
  ].join('; ')
}

function fingerprint(text: string): string {
  return `'sha256-${base64.encode(sha256(utf8ToBytes(text)))}'`
}
