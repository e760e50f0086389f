// The reader's language and colours, and the names of territories.
import type { Territory } from '../api/types';
import { formatDate, formatNumber, formatShare, formatShort } from './format';
import { sentence, type Key, type Lang } from './messages';
import { route } from './route.svelte';

// The server chose the language of the document; the address overrules it.
const served: Lang = document.documentElement.lang === 'ja' ? 'ja' : 'en';

export function language(): Lang {
  const asked = route.param('lang');
  return asked === 'ja' || asked === 'en' ? asked : served;
}

export const t = (key: Key, values?: Record<string, string>) => sentence(language(), key, values);
export const date = (iso: string) => formatDate(language(), iso);
export const number = (value: number) => formatNumber(language(), value);
export const short = (value: number) => formatShort(language(), value);
export const share = (part: number, whole: number) => formatShare(language(), part, whole);

let territories = $state.raw<Map<string, Territory>>(new Map());

export function keepTerritories(list: Territory[]): void {
  territories = new Map(list.map((territory) => [territory.code, territory]));
}

export function territory(code: string): Territory | undefined {
  return territories.get(code);
}

export function territoryList(): Territory[] {
  return [...territories.values()];
}

export function territoryName(code: string): string {
  const found = territories.get(code);
  if (!found) return code;
  return language() === 'ja' ? found.name_ja : found.name_en;
}

export function regionName(region: string): string {
  const key = `region.${region}` as Key;
  return sentence(language(), key);
}

export type Theme = 'auto' | 'light' | 'dark';

function keptTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
}

let theme = $state<Theme>(keptTheme());

export const colours = {
  get theme(): Theme {
    return theme;
  },
  next(): void {
    theme = theme === 'auto' ? 'light' : theme === 'light' ? 'dark' : 'auto';
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem('umikoe-theme', theme);
    } catch {
      // Storage may be switched off; the choice then lasts as long as the page.
    }
  },
};
