/**
 * Short codes that stand for words: the same words give the same code under one key, and without the key nobody can try words out until
 * one fits, as could be done with a plain fingerprint of a first name.
 */
import {hmac} from '@noble/hashes/hmac.js'
import {sha256} from '@noble/hashes/sha2.js'
import {utf8ToBytes} from '@noble/hashes/utils.js'
import {base32crockford} from '@scure/base'

/** `length` letters and digits, each five bits; those that look alike are left out. */
export function keyedCode(key: Uint8Array, words: readonly string[], length: number): string {
  return base32crockford.encode(hmac(sha256, key, utf8ToBytes(JSON.stringify(words)))).slice(0, length)
}
