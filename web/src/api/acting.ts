/** Whose office this tab works in. Each tab has its own, so that nobody changes hats behind another tab's back. */
const key = 'liem.acting_for';

export function actingFor(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null; // storage may be switched off: then everybody is himself
  }
}

/** Back to one's own right; what is on the page already stays. */
export function forgetActing(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // nothing was kept either
  }
}

/** Begins anew in the office of this account, or of oneself: nothing that was loaded in another right stays. */
export function actFor(account: string | null): void {
  if (account === null) forgetActing();
  else sessionStorage.setItem(key, account);
  window.location.assign('/');
}

/** What is an account's own, or begins and ends a session, is nobody's office. */
function isOwn(address: string, method: string): boolean {
  return address.startsWith('/api/v1/account/') || address.startsWith('/api/v1/session/') || (address === '/api/v1/session' && method !== 'GET');
}

/** The field of a request that says for whom it is. */
export function actingField(address: string, method = 'GET'): Record<string, string> {
  const account = actingFor();
  return account === null || isOwn(address, method) ? {} : { 'Liem-Acting-For': account };
}

/** The address for what a browser asks by itself, which sends no field: pictures, files, event streams. */
export function forBrowser(address: string, account: string | null = actingFor()): string {
  if (account === null) return address;
  return `${address}${address.includes('?') ? '&' : '?'}acting_for=${encodeURIComponent(account)}`;
}
