/** Answers kept for the texts asked about last: the steps of one run ask the same of the same few hundred texts many times over. */

/** Most answers kept; a plan of 1,300 words has a few hundred distinct texts. When there are more, all are dropped. */
const most = 1000

/** A function that gives the same answers as `answer`, which must be pure, and works out each only once as long as it is remembered. */
export function remembering<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
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
