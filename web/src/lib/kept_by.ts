// The name of who decides, remembered for the next decision on this machine. Nothing else is.
export function keptBy(): string {
  try {
    return localStorage.getItem('umikoe-by') ?? '';
  } catch {
    return '';
  }
}

export function keepBy(name: string): void {
  try {
    localStorage.setItem('umikoe-by', name);
  } catch {
    // Storage may be switched off; the name is then written again.
  }
}
