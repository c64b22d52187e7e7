/** Runs beside the page, so that reading and checking never make it wait. */
import {expose} from 'comlink'
import {createDesk} from './desk.ts'

expose(createDesk())
