/**
 * Imported first. V8 runs a regular expression in a slow way before it compiles it; one document runs hundreds of expressions a few times
 * each, so compiling them at once takes a sixth off the whole run.
 */
import {setFlagsFromString} from 'node:v8'

setFlagsFromString('--no-regexp-tier-up')
