import { useEffect, useRef, useState } from 'react';

export type KeyName = 'next' | 'previous' | 'take' | 'points' | 'return' | 'evidence' | 'help';

export const keyNames: readonly KeyName[] = ['next', 'previous', 'take', 'points', 'return', 'evidence', 'help'];

/** One letter each, as they stand on the keyboard whatever the input method writes. */
export const letters: Record<KeyName, string> = { next: 'j', previous: 'k', take: 'c', points: 'd', return: 't', evidence: 'm', help: '?' };

/** What a key asks for; null where it is typed into a field or held with another. */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>, typing: boolean): KeyName | null {
  if (event.altKey && !event.ctrlKey && !event.metaKey) return event.key === 'PageDown' ? 'next' : event.key === 'PageUp' ? 'previous' : null;
  if (typing || event.ctrlKey || event.metaKey) return null;
  return keyNames.find((name) => letters[name] === event.key.toLowerCase()) ?? null;
}

const kept = 'liem.keys';

function keptOff(): boolean {
  try {
    return localStorage.getItem(kept) === 'off';
  } catch {
    return false;
  }
}

/** Whether single letters act; who dictates or has a tremor can turn them off. */
export function useLetters(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => !keptOff());
  const set = (wanted: boolean) => {
    setOn(wanted);
    try {
      localStorage.setItem(kept, wanted ? 'on' : 'off');
    } catch {
      // Storage may be switched off; the choice then holds until the page is closed.
    }
  };
  return [on, set];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName) || (target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type)));
}

/** Listens for the keys while the page is open; the letters only where they are not turned off. */
export function useKeys(handlers: Record<KeyName, () => void>, lettersOn: boolean): void {
  const current = useRef(handlers);
  useEffect(() => {
    current.current = handlers;
  });
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      const name = event.defaultPrevented ? null : keyOf(event, isTyping(event.target));
      if (!name || (!lettersOn && !event.altKey)) return;
      event.preventDefault();
      current.current[name]();
    };
    window.addEventListener('keydown', down);
    return () => window.removeEventListener('keydown', down);
  }, [lettersOn]);
}
