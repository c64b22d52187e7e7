/** Actions, worries and outcomes told in running text. */
import {timesIn} from '../../text/dates.ts'
import type {Block, People} from '../plan.ts'
import {textOf, trimmed, wholeBlock} from '../spans.ts'
import {grammarOf} from './action-words.ts'
import {type DraftRow, draftAction, isAction} from './draft.ts'
import {crowdKind} from './owners.ts'

/** `We want Ezinne to go between her two homes without …`: an outcome in running words. */
const hope =
  /^\s*(?:what\s+)?(?:we|everyone|everybody|her family|his family|the family)\s+(?:all\s+|both\s+)?(?:wants?|hopes?|would like)\b|^\s*(?:the|our|my)\s+(?:aim|goal|hope|outcome)\s+is\b/i

/** `3.`, `2.1)`, `b)`: a task of a list, written as a paragraph. */
const numbered = /^\s*(?:\(?\d+(?:\.\d+)*[.)]|\d+\.\d+|\(?[a-h]\))\s/

/** Running text: sentences that say what is to be done are actions; what comes before the first is the worry, or covers the list with a date. */
export function addProse(row: DraftRow, block: Block, people: People, letter: boolean): void {
  const wholeIsAction =
    !covers(block.text) &&
    !/:\s*$/.test(block.text) &&
    !hope.test(block.text) &&
    block.sentences.length <= 3 &&
    block.sentences[0] !== undefined &&
    actionSentence(block, block.sentences[0], people, letter)
  const label = numbered.test(block.text)
  if ((wholeIsAction && (label || block.sentences.length === 1)) || (label && !letter && row.outcomes.length > 0)) {
    row.actions.push(draftAction(wholeBlock(block)))
    return
  }
  for (const range of block.sentences) {
    const span = trimmed({block, ...range})
    const text = textOf(span)
    if (covers(text)) row.times.push(span)
    else if (!letter && hope.test(text)) row.outcomes.push(span)
    else if (!/[:?]\s*$/.test(text) && actionSentence(block, range, people, letter)) row.actions.push(draftAction(span))
    else if (row.actions.length === 0 && !letter) row.worries.push(span)
  }
}

/** “The number in the first column is …”, “The table below shows …”: how to read the page, nothing to be done. */
export function speaksOfPage(text: string): boolean {
  return (
    speaksOfPaper(text) ||
    /\b(?:in|of|see|the|this|each|next) (?:the )?(?:\w+ )?(?:column|table|row|list|page|box|brackets?) (?:is|are|shows?|tells?|gives?|says?|sets?|lists?|below|above|means?|overleaf)\b/i.test(
      text
    )
  )
}

const paper = '(?:(?:an? |the |this )?(?:plan|record|minutes|notes|cop(?:y|ies)|document)(?: of (?:this|the) (?:plan|record|minutes))?)'
const madeOut = '(?:written|typed|signed|distributed|circulated|sent|issued|shared|given|posted|emailed|e-mailed|drawn|completed|prepared)'
const closing = new RegExp(
  `^\\W*(?:${paper} (?:was |were |is |are |has been |have been )?${madeOut}\\b|${paper} (?:goes|go|went|to)\\b(?: to)?|(?:written|typed|signed|distributed|circulated)\\b(?: (?:up|out|down))?(?: by| to| on|:)|agreed by (?:the |all |us )*(?:core group|conference|family|members|everybody|everyone|of us)[^.:]*\\d)`,
  'i'
)

/** “Plan sent out on 9 April”, “Written up by the chair”, “A copy goes to: …”: what became of the paper, not of the child. */
export function speaksOfPaper(text: string): boolean {
  return closing.test(text) && !/\b(?:that|will|must|should)\b/i.test(text)
}

const asks =
  /(?<!\bwhat\s)\b(?:we|I)\s+(?:would|also|now|do|must|therefore|will)?\s*(?:also\s+)?(?:like|want|need|expect|ask|are asking|require)\s+(?:for\s+)?you\s+(?:both\s+|each\s+)?to\b/i

/** In a letter, what the council, a worker or some helper will do is help, not something asked of the reader. */
export function offersHelp(subject: string, text: string, people: People): boolean {
  return isCouncil(subject, people) || isHelper(subject, text, people)
}

function isCouncil(subject: string, people: People): boolean {
  if (
    /^(?:we|I|us|it|this|that|(?:the )?(?:council|local authority|social worker|department|team|school|meeting|court|judge))\b/i.test(
      subject
    )
  )
    return true
  const mentions = people.mentionsIn(subject)
  return mentions.length > 0 && mentions.every(({person}) => person.kind === 'professional')
}

/** `Danni will go on meeting Ella` among what is asked: help from somebody who is neither the reader nor of the family. */
function isHelper(subject: string, text: string, people: People): boolean {
  return (
    /^(?!(?:You|He|She|They|Both|Parents)$)\p{Lu}[\p{L}’'-]+$/u.test(subject) &&
    /^\s*\S+(?:\s+will|['’]ll)\s+(?!not\b|never\b)/.test(text) &&
    people.mentionsIn(subject).length === 0
  )
}

function actionSentence(block: Block, {start, end}: {start: number; end: number}, people: People, letter: boolean): boolean {
  const text = block.text.slice(start, end)
  if (letter && asks.test(text)) return true
  if (speaksOfPage(text)) return false
  if (!isAction(text)) return false
  const {subject} = grammarOf(text)
  if (letter && subject && offersHelp(subject, text, people)) return false
  if (!subject) return letter || !/^(?:We|I|They|He|She|This|That|There|It)\b/.test(text)
  if (
    /^(?:the names?|everything|this|that|it|there|these|those|if|when|unless|should|in order|because|as|although|while|what|which|he|she|they)\b/i.test(
      subject
    )
  )
    return false
  const kind = crowdKind(subject)
  return letter || people.mentionsIn(subject).length > 0 || kind === 'crowd' || kind === 'agency' || subject.split(/\s+/).length <= 6
}

/** A sentence that gives one date for all below it. */
function covers(text: string): boolean {
  return (
    /\b(?:these|all of|everything|each of|the following|below|unless|by the time|all actions)\b/i.test(text) &&
    timesIn(text, null).some(({kind}) => kind === 'date' || kind === 'month' || kind === 'deadline' || kind === 'frequency')
  )
}
