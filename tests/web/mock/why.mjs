import { nameOf } from './fixture.mjs';

const reasonText = {
  no_rights: ['licences for it are on file, but none covers this territory', '許諾は登録されていますが、この地域の許諾なし'],
  conflict: ['two exclusive licences of different parties cover it', '異なる相手先の独占許諾が重なっています（権利競合）'],
  withdrawn: ['it was withdrawn by Longshore Distribution on 3 Aug 2026', 'Longshore Distributionにより2026年8月3日(月)に配信停止となりました'],
  preview_only: ['only a preview or short version is open', '試聴・ショート版のみです'],
  expired: ['the deal ended on 31 Mar 2026', '許諾期間満了です（2026年3月31日(火)まで）'],
  not_delivered: ['no deal on file opens it there', '未納品・未設定です'],
  not_live: ['it is licensed and delivered, but Streamlet did not show it', '許諾・納品済みですが、Streamletでは配信未確認（掲載なし）です'],
};
const days = { en: '20 Nov 2026', ja: '2026年11月20日(金)' };

function sentenceOf(row, code, cell, answer, lang) {
  const place = nameOf(code, lang);
  const ja = lang === 'ja';
  if (answer === 'open') return ja ? `${days.ja}、${place}で「${row.title}」は聴けます。` : `Open in ${place} on ${days.en}: ${row.title} may be heard.`;
  if (answer === 'unknown') return ja ? `${days.ja}、${place}で「${row.title}」を聴けるかどうかは未確認です。` : `Unknown for ${place} on ${days.en}: nothing on file says whether ${row.title} may be heard.`;
  const why = reasonText[cell.reason]?.[ja ? 1 : 0] ?? cell.reason;
  return ja ? `${days.ja}、${place}では聴けません。「${row.title}」は${why}。` : `Closed in ${place} on ${days.en}: ${row.title} – ${why}.`;
}

const licence = {
  kind: 'licence', document: 'MA-2019-044', message_id: null, party: 'Meridian Audio B.V.', recipient: null,
  created: null, territories: 'Worldwide except JP', from: '2019-04-01', until: '2027-03-31',
  uses: ['on-demand-stream', 'download'], exclusive: true, detail: 'on-demand-stream download',
};
const statement = {
  kind: 'statement', document: 'ern/20260211/A1029.xml', message_id: 'UMK-20260211-77', party: '帆影レコード',
  recipient: 'Streamlet', created: '2026-02-11T09:30:00+09:00', territories: null, from: '2026-02-20', until: null, uses: null, exclusive: null, detail: null,
};
const sighting = {
  kind: 'sighting', document: 'sightings-2026-11.csv', message_id: null, party: 'Streamlet', recipient: null,
  created: null, territories: null, from: '2026-11-14', until: '2026-11-14', uses: null, exclusive: null, detail: 'storefront page',
};

export function whyOf(row, code, cell, date, use, lang) {
  const answer = { o: 'open', c: 'closed', u: 'unknown', x: 'closed', h: 'closed' }[cell.letter];
  const held = { no_rights: 'closed', conflict: 'closed' }[cell.reason] ?? (answer === 'unknown' ? 'unknown' : 'open');
  const live = cell.letter === 'o' || cell.letter === 'h' ? 'open' : cell.reason === 'not_live' ? 'closed' : 'unknown';
  const delivered = answer === 'closed' && held === 'open' && cell.reason !== 'not_live' ? 'closed' : answer === 'unknown' ? 'unknown' : 'open';
  const service = (state, reason, observed_on) => ({ service: 'Streamlet', dpid: 'PADPIDA2014120301U', state, reason, observed_on });
  const chain = [
    { link: 'held', state: held, reason: held === 'closed' ? cell.reason : null, services: [], documents: held === 'unknown' ? [] : [licence] },
    { link: 'delivered', state: delivered, reason: delivered === 'closed' ? cell.reason : null,
      services: delivered === 'unknown' ? [] : [service(delivered, delivered === 'closed' ? cell.reason : null, null),
        { ...service('open', null, null), service: 'Hoshizora Music', dpid: null }],
      documents: delivered === 'unknown' ? [] : [statement] },
    { link: 'live', state: live, reason: live === 'closed' ? 'not_live' : null,
      services: live === 'unknown' ? [] : [service(live, live === 'closed' ? 'not_live' : null, '2026-11-14')],
      documents: live === 'unknown' ? [] : [sighting] },
  ];
  const ways = answer === 'closed' ? chain.filter((link) => link.state !== 'open')
    .map(({ link, state, reason }) => ({ link, state, reason, who: state === 'closed' ? cell.who : { party: null, role: 'unknown' } })) : [];
  return {
    isrc: row.isrc, title: row.title, artist: row.artist, territory: code, date, use, answer,
    reason: answer === 'closed' ? cell.reason : null, detail: null, through: null, other_versions: [], held_back: null,
    understood: { understood: true, language: 'en', score: 100, missing: [], sentence: null, captions: [] }, heard: live === 'open' ? 'yes' : live === 'closed' ? 'no' : 'unknown',
    ask: answer === 'unknown' ? { link: 'held', party: '帆影音楽出版', role: 'rights_holder', detail: null } : null,
    who: answer === 'closed' ? cell.who : null, sentence: sentenceOf(row, code, cell, answer, lang), chain, ways,
  };
}
