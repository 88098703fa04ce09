import { useEffect, useState } from 'react';

/** The value once it has rested for so many milliseconds, so that typing does not ask at every letter. Compared as JSON. */
export function useRested<T>(value: T, rest: number): T {
  const [rested, setRested] = useState(value);
  const written = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(written) as T), rest);
    return () => clearTimeout(timer);
  }, [written, rest]);
  return rested;
}
