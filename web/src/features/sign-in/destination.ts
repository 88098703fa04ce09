/** Where whoever signs in wanted to go, while the browser is at the province's provider. */
const key = 'liem.sign-in.from';

export function keepDestination(from: string): void {
  sessionStorage.setItem(key, from);
}

export function takeDestination(): string {
  const from = sessionStorage.getItem(key) ?? '/';
  sessionStorage.removeItem(key);
  return from;
}
