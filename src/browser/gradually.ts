/** Drawing a long list a piece at a time, so that the page never stands still. */
import {useEffect, useState} from 'preact/hooks'

const piece = 40

/** How many of `length` things to draw now; more with every frame. */
export function useGradually(length: number): number {
  const [count, setCount] = useState(piece)
  useEffect(() => {
    if (count >= length) return
    const frame = requestAnimationFrame(() => setCount(count + piece))
    return () => cancelAnimationFrame(frame)
  }, [count, length])
  return Math.min(count, length)
}
