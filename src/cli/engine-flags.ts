/**
 * Imported first: how V8 divides its work, which it otherwise does for programs that run much longer than one plan takes.
 *
 * - V8 runs a regular expression in a slow way before it compiles it; one document runs hundreds of expressions a few times each, so
 *   compiling them at once takes a sixth off the whole run.
 * - It makes fast code of what ran often, in another thread. Most of that comes too late for one plan, and where the processors have
 *   other work it delays the plan; with four times its usual patience (132 KB of code) a quarter of all processor time is saved, and
 *   a run on many plans loses nothing.
 * - It begins with little room for new objects and doubles it each time that does not do; one plan fills it a dozen times. Growing at once to
 *   its usual most takes a twentieth off the run on one plan, and an eighth off its processor time.
 */
import {setFlagsFromString} from 'node:v8'

setFlagsFromString('--no-regexp-tier-up')
setFlagsFromString('--interrupt-budget=540000')
setFlagsFromString('--semi-space-growth-factor=16')
