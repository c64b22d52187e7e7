/** Which letters of a text are spoken for, so that findings do not overlap however many there are. */
export class Taken {
  readonly #marks: Uint8Array

  constructor(length: number) {
    this.#marks = new Uint8Array(length)
  }

  /** Takes a stretch if all of it is free; says whether it was. */
  take({start, end}: {start: number; end: number}): boolean {
    if (this.#marks.subarray(start, end).includes(1)) return false
    this.#marks.fill(1, start, end)
    return true
  }

  /** The first letter from `start` on that is taken, or `end`. */
  firstFrom(start: number, end: number): number {
    const at = this.#marks.subarray(start, end).indexOf(1)
    return at < 0 ? end : start + at
  }
}
