// After the bundler: one page per language, every file gzipped, and a list from which CMake embeds
// them. The list has one line per file: address, file, content type, caching ("for-ever" for names
// that carry a hash, "revalidate" for the others).
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url));
const types = {
  css: 'text/css; charset=utf-8', html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8',
  json: 'application/json', svg: 'image/svg+xml',
};

// What a reader without JavaScript is told, in the language of the page.
const withoutScript = {
  en: ['What the world may hear', 'These pages draw themselves with JavaScript. Without it, the same figures:',
    'Decisions as CSV', 'Gap as CSV', 'Matrix as CSV', 'or, in a terminal:', 'Nothing leaves this machine'],
  ja: ['海の向こうで、聴けるか', 'このページの表示にはJavaScriptを使います。使わない場合は、同じ数字をこちらから：',
    '次の判断（CSV）', '海外未配信の一覧（CSV）', 'マトリクス（CSV）', 'または端末で：', 'データはこの端末の外に出ません'],
};

function page(html, lang) {
  const [line, why, decisions, gap, matrix, terminal, local] = withoutScript[lang];
  const text = `<main><h1>Umikoe</h1><p>${line}</p><p>${why}</p><ul>` +
    `<li><a href="/api/v1/decisions?format=csv">${decisions}</a></li>` +
    `<li><a href="/api/v1/gap?format=csv">${gap}</a></li>` +
    `<li><a href="/api/v1/matrix?format=csv">${matrix}</a></li></ul>` +
    `<p>${terminal} <code>umikoe gap --lang ${lang}</code>, <code>umikoe why ISRC TERRITORY --lang ${lang}</code></p>` +
    `<p>${local}</p></main>`;
  return html.replace('<html lang="en">', `<html lang="${lang}">`).replace('<!--noscript-->', text);
}

function filesIn(folder, prefix = '') {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path, `${prefix}${name}/`) : [`${prefix}${name}`];
  });
}

const html = readFileSync(join(dist, 'index.html'), 'utf8');
for (const lang of ['en', 'ja']) writeFileSync(join(dist, `${lang}.html`), page(html, lang));
rmSync(join(dist, 'index.html'));

const lines = filesIn(dist).filter((name) => !name.endsWith('.gz') && name !== 'assets.list').map((name) => {
  const bytes = readFileSync(join(dist, name));
  // No time of day in the gzip header, so the same sources give the same bytes.
  writeFileSync(join(dist, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  const caching = name.startsWith('assets/') ? 'for-ever' : 'revalidate';
  const etag = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const type = types[name.split('.').at(-1)] ?? 'application/octet-stream';
  return [`/${name}`, `${name}.gz`, type, caching, etag].join('\t');
});
writeFileSync(join(dist, 'assets.list'), `${lines.join('\n')}\n`);
console.log(`${lines.length} assets listed`);
