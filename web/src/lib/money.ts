import type { Amount } from '../api/types';
import { language, number, t } from './session.svelte';

// Whole yen; what nobody stated is unknown, never zero, and a sum that misses something says so.
export function yenOrUnknown(yen: number | null, unknown = 0): string {
  if (yen === null) return t('revenue.unknown');
  return t(unknown > 0 ? 'revenue.yen_and_unknown' : 'revenue.yen', { amount: number(yen) });
}

const grouped = (decimal: string): string => {
  const [whole = '', rest] = decimal.split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (rest ? `.${rest}` : '');
};

// Exact decimals come as text and stay so: our share, or what the service paid where that is unknown.
export const originals = (amounts: Amount[]): string =>
  amounts.map(({ currency, ours, gross }) => {
    const amount = ours ?? gross;
    return amount === null ? `${currency} ?` : `${currency} ${grouped(amount)}`;
  }).join(language() === 'ja' ? '、' : ', ');

export const withCurrency = (amount: string, currency: string): string => `${currency} ${grouped(amount)}`;
