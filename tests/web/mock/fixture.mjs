// An invented world for developing the pages without the server: the same numbers every time.
import { readFileSync } from 'node:fs';

const table = readFileSync(new URL('../../../data/territories.tsv', import.meta.url), 'utf8');
const notMarkets = new Set(['AQ', 'BV', 'HM', 'GS', 'TF', 'UM', 'IO', 'CN', 'KP', 'SY', 'CU', 'IR', 'SD', 'ER',
  'TM', 'AF', 'CF', 'SS', 'YE', 'MM', 'RU', 'BY', 'EH', 'PN', 'SJ', 'CC', 'CX', 'NF', 'TK', 'WF', 'NU', 'SH',
  'FK', 'AX', 'BL', 'MF', 'PM', 'MS', 'AI', 'VG', 'VI', 'AS', 'MP', 'GU', 'CK', 'ES-CE', 'ES-CN', 'ES-ML']);
export const territories = table.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
  const [code, numeric, name_en, name_ja, region, subregion] = line.split('\t');
  return { code, numeric, name_en, name_ja, region, subregion, market: !notMarkets.has(code) };
});
export const markets = territories.filter((one) => one.market).map((one) => one.code);

// mulberry32: small, and the same on every machine.
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const artists = ['潮見ハル', '星ノ音', 'YORUBUNE', '灯台守', '白波トワ', 'Kaze no Machi', '月舟楽団', '雨宿りズ',
  'ミナト13号', 'SORANEKO', '遠雷', '夕凪オーケストラ', 'NAMI/NAMI', '珊瑚', '磯辺ヨウ', '群青ライン', 'Hotaru Radio',
  '海鳴り', '花筏', '渚にて'];
const first = ['夜明けの', '青い', '遠い', '最後の', '透明な', '真夏の', '名もなき', '零時の', '海辺の', '硝子の'];
const second = ['灯台', '約束', '電車', '手紙', '魚', '合図', '珊瑚', '坂道', '波', '口笛', '観覧車', '羅針盤'];
const english = ['Harbour Lights', 'Undertow', 'Paper Boats', 'Slow Tide', 'Night Ferry', 'Salt & Neon'];

function rowsOf(random) {
  const rows = [];
  artists.forEach((artist, a) => {
    for (let n = 0; n < 20; n++) {
      const title = random() < 0.15 ? english[Math.floor(random() * english.length)]
        : first[Math.floor(random() * first.length)] + second[Math.floor(random() * second.length)];
      const video = n >= 17;
      rows.push({
        isrc: `QZUMK${String(10 + a)}${String(n).padStart(5, '0')}`, title, artist,
        release: video ? null : `${first[(a + Math.floor(n / 9)) % first.length]}${second[(a * 5 + Math.floor(n / 9)) % second.length]}集`,
        kind: video ? 'video' : 'sound', profile: Math.floor(random() * 6), label: a < 10 ? '帆影レコード' : 'North Pier',
      });
    }
  });
  return rows;
}

const reasonRole = {
  no_rights: 'licensee', conflict: 'rights_holder', withdrawn: 'distributor', preorder_only: 'own_decision',
  preview_only: 'agency', not_yet: 'own_decision', expired: 'rights_holder', not_delivered: 'own_decision',
  not_live: 'service',
};
const partyOf = {
  licensee: 'Meridian Audio B.V.', rights_holder: '帆影音楽出版', distributor: 'Longshore Distribution',
  service: 'Streamlet', agency: 'しおかぜエージェンシー', own_decision: null,
};
const reasonsOfProfile = ['', 'not_delivered', 'expired', 'no_rights', 'preview_only', 'not_live'];

// 0 open everywhere; the others closed in a way of their own, by region.
function cellOf(row, territory, random) {
  const chance = random();
  const { region, code } = territory;
  if (code === 'JP') return { letter: chance < 0.97 ? 'o' : 'c', reason: chance < 0.97 ? '' : 'withdrawn' };
  const far = { Africa: 0.28, 'Latin America': 0.14, Oceania: 0.05, Europe: 0, Asia: -0.12, 'Northern America': -0.1 }[region] ?? 0;
  const wobble = ((code.charCodeAt(0) * 7 + code.charCodeAt(1) * 13) % 17) / 100;
  if (region === 'Africa' && (code.charCodeAt(1) % 5) === 0 && chance < 0.75) return { letter: 'u', reason: '' };
  if (chance < 0.05) return { letter: 'u', reason: '' };
  if (chance > 0.996) return { letter: 'x', reason: 'conflict' };
  if (row.profile === 0 || chance > 0.46 + far + wobble) return { letter: 'o', reason: '' };
  if (row.profile === 3 && chance > 0.4) return { letter: 'h', reason: 'no_rights' };
  return { letter: 'c', reason: reasonsOfProfile[row.profile] };
}

function worthOf(row, territory, random) {
  const chance = random();
  if (chance < 0.3) return { worth: null, worth_kind: null, worth_max: null, worth_low: null, worth_high: null };
  const size = { US: 90, BR: 70, MX: 50, ID: 60, PH: 40, FR: 30, DE: 30, GB: 34, KR: 26, TW: 22, TH: 20, IN: 30 }[territory.code] ?? 3;
  const worth = Math.round(size * 40 * (0.2 + random() * random() * 3));
  if (chance < 0.45) return { worth, worth_kind: 'observed', worth_max: null, worth_low: Math.round(worth * 0.8), worth_high: Math.round(worth * 1.3) };
  if (chance < 0.55) return { worth, worth_kind: 'bounded', worth_max: worth * 3, worth_low: 0, worth_high: worth * 3 };
  return { worth, worth_kind: 'scaled', worth_max: null, worth_low: null, worth_high: null };
}

const random = dice(20261120);
export const rows = rowsOf(random);
const byCode = new Map(territories.map((one) => [one.code, one]));
export const cells = rows.map((row) => new Map(markets.map((code) => {
  const territory = byCode.get(code);
  const cell = cellOf(row, territory, random);
  const role = reasonRole[cell.reason] ?? 'unknown';
  return [code, { ...cell, ...worthOf(row, territory, random), who: { party: partyOf[role] ?? null, role } }];
})));
export const world = {
  as_of: '2026-11-20', demo: true, generation: 412, recordings: rows.filter((row) => row.kind === 'sound').length,
  videos: rows.filter((row) => row.kind === 'video').length, markets: markets.length,
  organisation: '帆影レコードグループ', schema_version: 1,
};
export const nameOf = (code, lang) => {
  const found = byCode.get(code);
  return found ? (lang === 'ja' ? found.name_ja : found.name_en) : code;
};
export const isTerritory = (code) => byCode.has(code);
export const regionOf = (code) => byCode.get(code)?.region;
