import { t } from './session.svelte';
import type { Key } from './messages';

// The detail of a reason: a right or a state in the page's words, a name as it came.
export function detailName(word: string): string {
  for (const prefix of ['right', 'detail', 'scope']) {
    const key = `${prefix}.${word}` as Key;
    const found = t(key);
    if (found !== key) return found;
  }
  return word;
}

// A reason with what it is about.
export function withDetail(text: string, detail: string | null): string {
  return detail ? t('why.detail', { text, detail: detailName(detail) }) : text;
}
