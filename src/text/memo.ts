/** Answers kept for the texts asked about last: the steps of one run ask the same of the same few hundred texts many times over. */

/** A plan of 1,300 words has a few hundred distinct texts. */
const usualMost = 1000

/**
 * A function that gives the same answers as `answer`, which must be pure, and works out each only once as long as it is remembered. It
 * keeps up to `most` answers and then drops them all, so that a long run needs no more memory than a short one.
 */
export function remembering<Answer>(answer: (text: string) => Answer, most = usualMost): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return text => {
    const known = answers.get(text)
    if (known !== undefined) return known
    if (answers.size >= most) answers.clear()
    const found = answer(text)
    answers.set(text, found)
    return found
  }
}
