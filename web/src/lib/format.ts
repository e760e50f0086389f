import type { Lang } from './messages';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['日', '月', '火', '水', '木', '金', '土'];

// 20 Nov 2026, 2026年11月20日(金); what is not an ISO date is shown as it came.
export function formatDate(lang: Lang, iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(.*)$/.exec(iso);
  if (!parts) return iso;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const date = lang === 'ja'
    ? `${year}年${month}月${day}日(${weekdays[weekday]})`
    : `${day} ${months[month - 1]} ${year}`;
  return date + formatTime(parts[4] ?? '');
}

// The hour of a document matters (a takedown at 00:00 or at 12:00), so it stays, with its zone.
function formatTime(rest: string): string {
  const parts = /^[T ](\d{2}:\d{2})(?::\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/.exec(rest);
  if (!parts) return rest ? ` ${rest}` : '';
  const zone = !parts[2] || parts[2] === 'Z' ? 'UTC' : `UTC${parts[2]}`;
  return ` ${parts[1]} ${zone}`;
}

export function formatNumber(lang: Lang, value: number): string {
  return new Intl.NumberFormat(lang).format(value);
}

// 1.2M, 123万: the reader compares, the exact number is in the title and the download.
export function formatShort(lang: Lang, value: number): string {
  if (value < 10000) return formatNumber(lang, Math.round(value));
  return new Intl.NumberFormat(lang, { notation: 'compact', maximumSignificantDigits: 3 })
    .format(value);
}

// Whole per cent, but never 0 % for something and never 100 % for less than all.
export function formatShare(lang: Lang, part: number, whole: number): string {
  const percent = (value: number) => new Intl.NumberFormat(lang, { style: 'percent' }).format(value);
  if (whole === 0) return '—';
  const share = part / whole;
  if (part > 0 && share < 0.005) return `<${percent(0.01)}`;
  if (part < whole && share > 0.995) return `>${percent(0.99)}`;
  return percent(share);
}

// Han characters are drawn differently in Japanese and Chinese fonts: a Japanese title says so
// whatever the page's language; Latin letters need no mark.
export function scriptOf(text: string): 'ja' | undefined {
  return /[\u3040-\u30ff\u3400-\u9fff]/.test(text) ? 'ja' : undefined;
}
